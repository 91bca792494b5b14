-- Which exports of items that count speak for a force, and with which entry of the log was each committed?
-- Parameters: force.
-- One row per live upload, in the order in which they were committed.
-- Needs: live_upload.
SELECT
    min(action_log.action_id) AS entry,
    live_upload.as_of
FROM live_upload
INNER JOIN coverage ON live_upload.upload_id = coverage.upload_id
INNER JOIN action_log ON live_upload.upload_id = action_log.upload_id
WHERE
    coverage.force = $force
    AND action_log.action = 'committed'
GROUP BY live_upload.upload_id, live_upload.as_of
ORDER BY entry;
