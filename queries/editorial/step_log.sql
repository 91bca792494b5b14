-- What was done to the steps to green, and by whom?
-- One row per action, in order.
SELECT
    step_id,
    action,
    item_id,
    step,
    owner,
    due_on,
    state,
    evidence,
    dated,
    log_entry,
    happened_at,
    who,
    role,
    way,
    return_number
FROM step_action
ORDER BY action_id;
