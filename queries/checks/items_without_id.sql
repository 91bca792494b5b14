-- Every item that an upload names must have an id.
SELECT
    item_record.upload_id,
    item_record.row_number
FROM item_record
ANTI JOIN item
    ON item_record.item_key = item.item_key
    AND if(item_record.reference IS NULL, item_record.report_id, NULL) IS NOT DISTINCT FROM item.report_id;
