-- What did the uploader decide about this upload's words, and how was each of its columns read?
-- Parameters: upload_id.
-- One row, or none when there is no such upload.
SELECT
    decisions,
    column_mapping
FROM upload
WHERE upload_id = $upload_id;
