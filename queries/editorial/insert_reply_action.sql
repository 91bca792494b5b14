-- Appends one action to the log of the commissioner's replies.
-- log_entry: NULL stands for the uploads' log as it is now.
INSERT INTO reply_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM reply_action), 0) + 1 AS action_id,
    $force AS force,
    $report_id AS report_id,
    $action AS action,
    $sent_on AS sent_on,
    $note AS note,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
