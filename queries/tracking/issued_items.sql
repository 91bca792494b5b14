-- Which ids were issued to a force's items, what does each lead to now, and by what is it told from any other's?
-- Parameters: force.
-- One row per id.
-- Needs: live_upload.
SELECT
    item.item_id,
    issued_id.item_key,
    concat_ws('|', item.force, item.item_key, item.report_id) AS told_by
FROM item
INNER JOIN issued_id ON item.item_id = issued_id.item_id
WHERE item.force = $force
ORDER BY item.item_id;
