-- What was done to the register of activity, and by whom?
-- One row per action, in order.
SELECT
    activity_id,
    action,
    force,
    name,
    kind,
    body,
    stage,
    starts_on,
    ends_on,
    expected,
    expected_when,
    expected_on,
    lead,
    commentary,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM activity_action
ORDER BY action_id;
