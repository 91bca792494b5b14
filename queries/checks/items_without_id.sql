-- Every item that was ever named must have an id.
-- Parameters: first_upload, last_upload.
WITH named AS (
    SELECT
        item_key,
        if(reference IS NULL, report_id, NULL) AS report_id
    FROM item_said
    WHERE
        $first_upload = 0  -- all; else what the new uploads say
        OR said_id IN (
            SELECT item_row.said_id
            FROM item_row
            WHERE item_row.upload_id BETWEEN $first_upload AND $last_upload
        )
)

SELECT named.item_key
FROM named
ANTI JOIN item
    ON named.item_key = item.item_key
    AND named.report_id IS NOT DISTINCT FROM item.report_id;
