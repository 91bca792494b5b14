-- Which sign-offs were recorded and taken back, and by whom?
-- One row per action, in order.
SELECT
    item_id,
    action,
    signed_on,
    board,
    note,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM sign_off_action
ORDER BY action_id;
