-- Which ids lead to an item?
-- Parameters: item_key.
-- One row per id.
-- Needs: live_upload.
SELECT item_id
FROM issued_id
WHERE item_key = $item_key
ORDER BY item_id;
