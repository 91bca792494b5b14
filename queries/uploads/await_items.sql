-- Makes room for the items of one upload, to be laid beside what is held: their rows, and what each says.
CREATE OR REPLACE TEMPORARY TABLE arriving_item AS
SELECT
    NULL::INTEGER AS row_number,
    item_said.* EXCLUDE (item_said.said_id)
FROM item_said
WHERE FALSE;
