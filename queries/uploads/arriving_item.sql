-- What comes in of an item: the row and what it says. Rows of an upload are laid beside what is held with these columns.
-- One row per item on its way in; here none.
SELECT
    NULL::INTEGER AS row_number,
    item_said.* EXCLUDE (item_said.said_id)
FROM item_said
WHERE FALSE;
