-- Whose is the item that an id leads to, by which key is it told now, and which live export is the first to list it?
-- first_held_on: NULL when every upload that lists it is withdrawn.
-- Parameters: item_id.
-- One row when the id was ever issued.
-- Needs: live_upload.
WITH issued AS (
    SELECT
        force,
        item_key
    FROM issued_id
    WHERE item_id = $item_id
)

SELECT
    issued.force,
    issued.item_key,
    min(told_item.as_of) AS first_held_on
FROM issued
LEFT JOIN told_item USING (item_key)
GROUP BY issued.force, issued.item_key;
