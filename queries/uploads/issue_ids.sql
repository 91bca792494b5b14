-- Issues an id to every item that an upload is the first to name, in the order of its rows.
-- Parameters: upload_id.
INSERT INTO item BY NAME
WITH last_issued AS (
    SELECT coalesce(max(item_id), 0) AS item_id FROM item
)

SELECT
    last_issued.item_id + row_number() OVER (ORDER BY named_item.row_number) AS item_id,
    named_item.force,
    named_item.item_key,
    named_item.report_id
FROM named_item
CROSS JOIN last_issued
ANTI JOIN item
    ON named_item.item_key = item.item_key
    AND named_item.report_id IS NOT DISTINCT FROM item.report_id
WHERE named_item.upload_id = $upload_id;
