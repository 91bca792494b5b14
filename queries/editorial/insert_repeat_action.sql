-- Appends one action to the log of repeat findings. log_entry: NULL stands for the uploads' log as it is now.
INSERT INTO repeat_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM repeat_action), 0) + 1 AS action_id,
    $item_id AS item_id,
    $earlier_id AS earlier_id,
    $action AS action,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
