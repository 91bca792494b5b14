-- Every upload must have its original bytes and a log entry of its commit.
SELECT upload.upload_id
FROM upload
LEFT JOIN original_file USING (sha256)
LEFT JOIN action_log
    ON upload.upload_id = action_log.upload_id
    AND action_log.action = 'committed'
WHERE
    original_file.sha256 IS NULL
    OR action_log.action_id IS NULL;
