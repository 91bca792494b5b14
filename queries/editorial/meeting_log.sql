-- What happened to the list of meeting dates, and by whom?
-- One row per action, in order.
SELECT
    meeting_on,
    action,
    happened_at,
    who,
    role,
    way
FROM meeting_action
ORDER BY action_id;
