-- How does an entry of the activity register stand after the last action on it, and who did that?
-- Parameters: activity_id.
-- One row when there was ever such an entry.
SELECT
    action_id,
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
    who
FROM activity_action
WHERE activity_id = $activity_id
ORDER BY action_id DESC
LIMIT 1;
