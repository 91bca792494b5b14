-- Which ids have the items that an upload names?
-- Parameters: upload_id.
-- One row per item.
SELECT item.*
FROM item
SEMI JOIN named_item
    ON item.item_key = named_item.item_key
    AND item.report_id IS NOT DISTINCT FROM named_item.report_id
    AND named_item.upload_id = $upload_id
ORDER BY item.item_id;
