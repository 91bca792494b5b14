-- Appends one action to the log under its number (NULL: the next one).
INSERT INTO action_log BY NAME
SELECT
    coalesce($action_id, (SELECT max(action_id) FROM action_log) + 1, 1) AS action_id,
    $upload_id AS upload_id,
    $action AS action,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way,
    $detail AS detail;
