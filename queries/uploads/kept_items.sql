-- Which items does an upload give, as they are kept?
-- Parameters: upload_id.
-- One row per item.
SELECT * EXCLUDE (said_id) FROM item_record
WHERE upload_id = $upload_id
ORDER BY row_number;
