-- How many items of one report did a force have open at every date held?
-- An upload rules a kind from its date until the next one that covers it; what it lists counts until the item is told
-- of again elsewhere. This is what item_at gives date by date, asked once for all dates.
-- Parameters: force, report_id, day.
-- One row per date and kind at or before the day.
WITH covering AS (
    SELECT
        coverage.kind,
        live_upload.as_of,
        max(live_upload.upload_id) AS upload_id
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE
        coverage.force = $force
        AND (coverage.report_id IS NULL OR coverage.report_id = $report_id)
        AND live_upload.as_of <= $day
    GROUP BY coverage.kind, live_upload.as_of
),

reign AS (
    SELECT
        kind,
        upload_id,
        as_of,
        lead(as_of, 1, DATE '9999-12-31') OVER (PARTITION BY kind ORDER BY as_of) AS until
    FROM covering
),

record AS (
    SELECT
        item_record.upload_id,
        item_record.kind,
        item_record.report_id,
        item_record.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT item_record.addressed_elsewhere AS is_open,
        lead(live_upload.as_of, 1, DATE '9999-12-31') OVER (
            PARTITION BY item_record.item_key
            ORDER BY live_upload.as_of, live_upload.upload_id
        ) AS told_again
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    WHERE
        item_record.force = $force
        AND live_upload.as_of <= $day
        AND item_record.item_key IN (SELECT item_key FROM item_record WHERE report_id = $report_id)
),

held_date AS (
    SELECT DISTINCT as_of FROM covering
)

SELECT
    held_date.as_of,
    reign.kind,
    count(record.upload_id) AS open
FROM held_date
INNER JOIN reign
    ON held_date.as_of >= reign.as_of
    AND held_date.as_of < reign.until
LEFT JOIN record
    ON reign.upload_id = record.upload_id
    AND reign.kind = record.kind
    AND record.report_id = $report_id
    AND record.is_open
    AND held_date.as_of < record.told_again
GROUP BY held_date.as_of, reign.kind
ORDER BY held_date.as_of, reign.kind;
