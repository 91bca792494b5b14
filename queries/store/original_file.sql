-- What were the bytes of an upload's file?
-- Parameters: upload_id.
-- One row, or none when there is no such upload.
SELECT
    upload.file_name,
    upload.sha256,
    original_file.compressed
FROM upload
INNER JOIN original_file USING (sha256)
WHERE upload.upload_id = $upload_id;
