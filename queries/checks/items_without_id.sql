-- Every item that an upload names must have an id.
SELECT
    named_item.upload_id,
    named_item.row_number
FROM named_item
ANTI JOIN item
    ON named_item.item_key = item.item_key
    AND named_item.report_id IS NOT DISTINCT FROM item.report_id;
