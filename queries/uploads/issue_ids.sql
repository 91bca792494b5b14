-- Issues an id to every item that an upload is the first to name, in the order of its rows.
-- Parameters: upload_id.
INSERT INTO item BY NAME
WITH last_issued AS (
    SELECT coalesce(max(item_id), 0) AS item_id FROM item
),

named AS (
    SELECT
        row_number,
        force,
        item_key,
        if(reference IS NULL, report_id, NULL) AS report_id
    FROM item_record
    WHERE upload_id = $upload_id
)

SELECT
    last_issued.item_id + row_number() OVER (ORDER BY named.row_number) AS item_id,
    named.force,
    named.item_key,
    named.report_id
FROM named
CROSS JOIN last_issued
ANTI JOIN item
    ON named.item_key = item.item_key
    AND named.report_id IS NOT DISTINCT FROM item.report_id;
