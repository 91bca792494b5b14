-- Which tracking workbooks came back, and what became of them?
-- One row per action, in order.
SELECT
    return_number,
    action,
    force,
    file_name,
    sha256,
    made_on,
    dated,
    reason,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM tracking_action
ORDER BY action_id;
