-- What happened to the uploads, and by whom?
-- One row per action, in order.
SELECT
    action_id,
    upload_id,
    action,
    happened_at,
    who,
    role,
    way,
    detail
FROM action_log
ORDER BY action_id;
