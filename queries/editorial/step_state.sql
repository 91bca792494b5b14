-- How does a step to green stand after the last action on it, and who did that?
-- Parameters: step_id.
-- One row when there was ever such a step.
SELECT
    action_id,
    action,
    item_id,
    step,
    owner,
    due_on,
    state,
    evidence,
    dated,
    who
FROM step_action
WHERE step_id = $step_id
ORDER BY action_id DESC
LIMIT 1;
