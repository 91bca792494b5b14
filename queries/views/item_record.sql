-- What one items upload says of one item, as it was read: the row, and the content that it shares with every row that says
-- the same.
-- One row per row of an items upload.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW item_record AS
SELECT
    item_row.upload_id,
    item_row.row_number,
    item_said.*
FROM item_row
INNER JOIN item_said USING (said_id);
