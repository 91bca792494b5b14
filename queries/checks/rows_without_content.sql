-- Every row must lead to what it says.
-- Parameters: first_upload, last_upload.
SELECT
    item_row.upload_id,
    item_row.row_number
FROM item_row
ANTI JOIN item_said USING (said_id)
WHERE item_row.upload_id BETWEEN $first_upload AND $last_upload;
