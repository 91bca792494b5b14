-- Which export was committed last, and is it withdrawn?
-- Needs: live_upload.
-- One row; none when nothing was ever committed. committed_at: in UTC.
SELECT
    upload.upload_id,
    upload.as_of,
    action_log.happened_at AS committed_at,
    upload.upload_id NOT IN (SELECT live_upload.upload_id FROM live_upload) AS withdrawn
FROM action_log
INNER JOIN upload USING (upload_id)
WHERE action_log.action = 'committed'
ORDER BY action_log.action_id DESC
LIMIT 1;
