-- Which ids have the items that an upload names?
-- Parameters: upload_id.
-- One row per item.
SELECT item.*
FROM item
SEMI JOIN item_record
    ON item.item_key = item_record.item_key
    AND item.report_id IS NOT DISTINCT FROM if(item_record.reference IS NULL, item_record.report_id, NULL)
    AND item_record.upload_id = $upload_id
ORDER BY item.item_id;
