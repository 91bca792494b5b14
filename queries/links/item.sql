-- Whose is the item that an id leads to, by which key is it told now, and which live export is the first to list it?
-- first_held_on: NULL when every upload that lists it is withdrawn.
-- Parameters: item_id.
-- One row when the id was ever issued.
-- Needs: live_upload.
SELECT
    issued_id.force,
    issued_id.item_key,
    (SELECT min(as_of) FROM told_item WHERE told_item.item_key = issued_id.item_key) AS first_held_on
FROM issued_id
WHERE issued_id.item_id = $item_id;
