-- Every item that was ever named must have an id.
-- Parameters: first_upload, last_upload.
WITH named AS (
    SELECT
        item_key,
        if(reference IS NULL, report_id, NULL) AS report_id
    FROM content_of($first_upload, $last_upload)
)

SELECT named.item_key
FROM named
ANTI JOIN item
    ON named.item_key = item.item_key
    AND named.report_id IS NOT DISTINCT FROM item.report_id;
