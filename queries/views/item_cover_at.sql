-- For which forces and kinds are the items themselves held at a date, and which upload said so last? Only where an upload of
-- all reports was held by then.
-- as_of is the latest covering upload's date, complete_as_of the date when every report was last confirmed at once.
-- Parameters: day.
-- One row per force and kind.
-- Builds on: cell_at.
CREATE OR REPLACE MACRO item_cover_at(day) AS TABLE
SELECT
    force,
    kind,
    max(as_of) AS as_of,
    max(as_of) FILTER (WHERE report_id IS NULL) AS complete_as_of,
    max_by(upload_id, place) AS upload_id
FROM cell_at(day)
GROUP BY force, kind
HAVING max(as_of) FILTER (WHERE report_id IS NULL) IS NOT NULL;
