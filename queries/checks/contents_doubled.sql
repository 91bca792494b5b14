-- Every content must have a number of its own, or a row would say two things.
-- Parameters: first_upload, last_upload.
SELECT said_id
FROM item_said
WHERE
    $first_upload = 0  -- all; else what the new uploads say
    OR said_id IN (
        SELECT item_row.said_id
        FROM item_row
        WHERE item_row.upload_id BETWEEN $first_upload AND $last_upload
    )
GROUP BY said_id
HAVING count(*) > 1;
