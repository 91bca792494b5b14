-- Appends one action to the log of activity.
-- log_entry: NULL stands for the uploads' log as it is now.
-- activity_id: NULL stands for a new one.
INSERT INTO activity_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM activity_action), 0) + 1 AS action_id,
    coalesce($activity_id::INTEGER, (SELECT max(activity_id) FROM activity_action) + 1, 1) AS activity_id,
    $action AS action,
    $force AS force,
    $name AS name,
    $kind AS kind,
    $body AS body,
    $stage AS stage,
    $starts_on AS starts_on,
    $ends_on AS ends_on,
    $expected AS expected,
    $expected_when AS expected_when,
    $expected_on AS expected_on,
    $lead AS lead,
    $commentary AS commentary,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
