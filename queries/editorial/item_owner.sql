-- Whose is an item, by its issued id?
-- Parameters: item_id.
-- One row when the id was ever issued.
SELECT force
FROM item
WHERE item_id = $item_id;
