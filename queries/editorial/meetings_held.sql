-- Which meeting dates does the list hold, and who put each there, when?
-- One row per meeting date, latest first.
SELECT
    meeting_on,
    max_by(happened_at, action_id) AS added_at,
    max_by(who, action_id) AS added_by
FROM meeting_action
GROUP BY meeting_on
HAVING max_by(action, action_id) = 'added'
ORDER BY meeting_on DESC;
