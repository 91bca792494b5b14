-- How many items of one report did a force have open at every date held?
-- An upload rules a kind from its date until the next one that covers it; what it lists counts until the item is told
-- of again elsewhere. This is what item_at gives date by date, asked once for all dates.
-- Parameters: force, report_id, day.
-- One row per date and kind at or before the day.
-- Needs: live_upload.
WITH covering AS (
    SELECT
        told_coverage.kind,
        live_upload.as_of,
        max(live_upload.upload_id) AS upload_id
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE
        told_coverage.force = $force
        AND (told_coverage.report_id IS NULL OR told_coverage.report_id = $report_id)
        AND live_upload.as_of <= $day
    GROUP BY told_coverage.kind, live_upload.as_of
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
        told_item.upload_id,
        told_item.kind,
        told_item.report_id,
        told_item.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT told_item.addressed_elsewhere AS is_open,
        lead(told_item.as_of, 1, DATE '9999-12-31') OVER (
            PARTITION BY told_item.item_key
            ORDER BY told_item.place
        ) AS told_again
    FROM told_item
    WHERE
        told_item.force = $force
        AND told_item.as_of <= $day
        AND told_item.item_key IN (SELECT ever.item_key FROM told_item AS ever WHERE ever.report_id = $report_id)
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
