-- Appends one action to the log of sign-offs.
-- log_entry: NULL stands for the uploads' log as it is now.
INSERT INTO sign_off_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM sign_off_action), 0) + 1 AS action_id,
    $item_id AS item_id,
    $action AS action,
    $signed_on AS signed_on,
    $board AS board,
    $note AS note,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
