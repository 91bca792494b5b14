-- Appends one action to the log of tracking workbooks that came back.
-- log_entry: NULL stands for the uploads' log as it is now.
-- return_number: NULL stands for a new one, which has the number of this action.
INSERT INTO tracking_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM tracking_action), 0) + 1 AS action_id,
    coalesce($return_number::INTEGER, (SELECT max(action_id) FROM tracking_action) + 1, 1) AS return_number,
    $action AS action,
    $force AS force,
    $file_name AS file_name,
    $sha256 AS sha256,
    $made_on AS made_on,
    $dated AS dated,
    $reason AS reason,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
