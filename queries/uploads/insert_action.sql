-- Appends one action to the log.
INSERT INTO action_log BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM action_log), 0) + 1 AS action_id,
    $upload_id AS upload_id,
    $action AS action,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way,
    $detail AS detail;
