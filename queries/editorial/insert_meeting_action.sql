-- Appends one action to the log of meeting dates.
INSERT INTO meeting_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM meeting_action), 0) + 1 AS action_id,
    $meeting_on AS meeting_on,
    $action AS action,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
