-- What was done about items that may repeat earlier ones, and by whom?
-- One row per action, in order.
SELECT
    item_id,
    earlier_id,
    action,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM repeat_action
ORDER BY action_id;
