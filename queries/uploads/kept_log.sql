-- What happened, in order, with what a committed upload was made from? For making a store again.
-- One row per entry of the log.
SELECT
    action_log.action_id,
    action_log.upload_id,
    action_log.action,
    action_log.happened_at,
    action_log.who,
    action_log.role,
    action_log.way,
    action_log.detail,
    upload.file_name,
    upload.sha256,
    upload.request
FROM action_log
INNER JOIN upload USING (upload_id)
ORDER BY action_log.action_id;
