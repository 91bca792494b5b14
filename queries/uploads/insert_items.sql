-- Writes the rows of one upload: which of the contents held each of them says.
-- Parameters: upload_id.
INSERT INTO item_row BY NAME
SELECT
    $upload_id AS upload_id,
    row_number,
    said_id
FROM arriving_said;
