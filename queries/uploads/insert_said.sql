-- Keeps what no upload has said of an item before.
INSERT INTO item_said BY NAME
SELECT
    arriving_said.said_id,
    arriving_item.* EXCLUDE (arriving_item.row_number)
FROM arriving_item
INNER JOIN arriving_said USING (row_number)
WHERE arriving_said.is_new;
