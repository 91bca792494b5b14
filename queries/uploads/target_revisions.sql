-- How often has each item's own target date been changed so far? None to a date is no revision; A, B, A are two.
-- Parameters: day.
-- One row per item whose target date was revised at or before the day.
WITH told AS (
    SELECT
        if(
            item_record.reference IS NULL,
            concat(item_record.item_key, '|', report_meant.meant_id),
            item_record.item_key
        ) AS item_key,
        item_record.target_date,
        lag(item_record.target_date) OVER (
            PARTITION BY item_record.item_key, if(item_record.reference IS NULL, report_meant.meant_id, 0)
            ORDER BY live_upload.as_of, live_upload.upload_id
        ) AS before
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    INNER JOIN report_meant USING (report_id)
    WHERE
        live_upload.as_of <= $day
        AND item_record.target_date IS NOT NULL
)

SELECT
    item_key,
    count(*) AS revisions
FROM told
WHERE before <> target_date
GROUP BY item_key;
