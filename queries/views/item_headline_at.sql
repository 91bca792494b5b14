-- Open counts that the items held give at a date: only where an upload of all reports was held by then.
-- as_of is the latest covering upload's date, complete_as_of the date when every report was last confirmed at once.
-- Parameters: day.
-- One row per force and kind.
-- Builds on: item_at, live_upload.
CREATE OR REPLACE MACRO item_headline_at(day) AS TABLE
WITH covered AS (
    SELECT
        coverage.force,
        coverage.kind,
        max(live_upload.as_of) AS as_of,
        max(live_upload.as_of) FILTER (WHERE coverage.report_id IS NULL) AS complete_as_of,
        max_by(live_upload.upload_id, live_upload.place) AS upload_id
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of <= day
    GROUP BY coverage.force, coverage.kind
),

counted AS (
    SELECT
        force,
        kind,
        count(*) AS open
    FROM item_at(day)
    WHERE counts
    GROUP BY force, kind
),

final AS (
    SELECT
        covered.force,
        covered.kind,
        coalesce(counted.open, 0) AS open,
        covered.as_of,
        covered.complete_as_of,
        covered.upload_id
    FROM covered
    LEFT JOIN counted USING (force, kind)
    WHERE covered.complete_as_of IS NOT NULL
)

SELECT * FROM final;
