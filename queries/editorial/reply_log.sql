-- Which replies of the commissioner were recorded and taken back, and by whom?
-- One row per action, in order.
SELECT
    force,
    report_id,
    action,
    sent_on,
    note,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM reply_action
ORDER BY action_id;
