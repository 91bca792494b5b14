-- Every content must have a number of its own, or a row would say two things.
-- Parameters: first_upload, last_upload.
SELECT said_id
FROM content_of($first_upload, $last_upload)
GROUP BY said_id
HAVING count(*) > 1;
