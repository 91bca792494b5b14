-- What was written and taken back as commentary, and by whom?
-- One row per action, in order.
SELECT
    version_id,
    action,
    force,
    report_id,
    item_id,
    audience,
    dated,
    text,
    log_entry,
    happened_at,
    who,
    role,
    way,
    return_number
FROM commentary_action
ORDER BY action_id;
