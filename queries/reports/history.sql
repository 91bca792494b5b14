-- How many items of one report did a force have open at every date held?
-- A date is held for a kind from the first export that speaks for it.
-- Parameters: force, report_id, day.
-- One row per date and kind at or before the day.
-- Needs: live_upload.
WITH covering AS (
    SELECT DISTINCT
        told_coverage.kind,
        live_upload.as_of
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE
        told_coverage.force = $force
        AND (told_coverage.report_id IS NULL OR told_coverage.report_id = $report_id)
        AND live_upload.as_of <= $day
),

first_spoken AS (
    SELECT
        kind,
        min(as_of) AS as_of
    FROM covering
    GROUP BY kind
),

held_date AS (
    SELECT DISTINCT as_of FROM covering
),

open_span AS (
    SELECT
        kind,
        from_day,
        to_day
    FROM item_span
    WHERE
        force = $force
        AND report_id = $report_id
        AND counts
)

SELECT
    held_date.as_of,
    first_spoken.kind,
    count(open_span.kind) AS open
FROM held_date
INNER JOIN first_spoken ON held_date.as_of >= first_spoken.as_of
LEFT JOIN open_span
    ON first_spoken.kind = open_span.kind
    AND held_date.as_of >= open_span.from_day
    AND (open_span.to_day IS NULL OR held_date.as_of < open_span.to_day)
GROUP BY held_date.as_of, first_spoken.kind
ORDER BY held_date.as_of, first_spoken.kind;
