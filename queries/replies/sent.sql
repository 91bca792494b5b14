-- To which reports has the commissioner of a force replied, by what is recorded?
-- Parameters: force.
-- One row per report on which the last action is a record.
-- Needs: live_upload.
SELECT
    report_meant.meant_id AS report_id,
    max_by(reply_action.sent_on, reply_action.action_id) AS sent_on,
    max_by(reply_action.note, reply_action.action_id) AS note,
    max_by(reply_action.happened_at, reply_action.action_id) AS happened_at,
    max_by(reply_action.who, reply_action.action_id) AS who,
    max_by(reply_action.role, reply_action.action_id) AS role,
    max_by(reply_action.way, reply_action.action_id) AS way
FROM reply_action
INNER JOIN report_meant ON reply_action.report_id = report_meant.report_id
WHERE
    reply_action.force = $force
    AND reply_action.log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND reply_action.happened_at <= (SELECT known_writing.moment FROM known_writing)
GROUP BY report_meant.meant_id
HAVING max_by(reply_action.action, reply_action.action_id) = 'recorded'
ORDER BY report_meant.meant_id;
