-- How many rows of items exports are held, live or not?
-- One row.
SELECT count(*) AS rows_held FROM item_row;
