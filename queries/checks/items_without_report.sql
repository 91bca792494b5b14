-- Every item's report must be held, the class "no report stated" included.
-- Parameters: first_upload, last_upload.
SELECT content.item_key
FROM content_of($first_upload, $last_upload) AS content
ANTI JOIN report USING (report_id);
