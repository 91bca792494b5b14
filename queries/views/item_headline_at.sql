-- Open counts that the items held give at a date: only where an upload of all reports was held by then.
-- as_of is the latest covering upload's date, complete_as_of the date when every report was last confirmed at once.
-- Parameters: day.
-- One row per force and kind.
-- Builds on: item_cover_at.
CREATE OR REPLACE MACRO item_headline_at(day) AS TABLE
WITH counted AS (
    SELECT
        force,
        kind,
        count(*) AS open
    FROM item_span
    WHERE
        counts
        AND from_day <= day
        AND (to_day IS NULL OR day < to_day)
    GROUP BY force, kind
)

SELECT
    covered.force,
    covered.kind,
    coalesce(counted.open, 0) AS open,
    covered.as_of,
    covered.complete_as_of,
    covered.upload_id
FROM item_cover_at(day) AS covered
LEFT JOIN counted USING (force, kind);
