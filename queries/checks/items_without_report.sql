-- Every item's report must be held, the class "no report stated" included.
-- Parameters: first_upload, last_upload.
SELECT item_said.item_key
FROM item_said
ANTI JOIN report USING (report_id)
WHERE
    $first_upload = 0  -- all; else what the new uploads say
    OR item_said.said_id IN (
        SELECT item_row.said_id
        FROM item_row
        WHERE item_row.upload_id BETWEEN $first_upload AND $last_upload
    );
