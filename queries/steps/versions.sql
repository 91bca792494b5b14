-- What was ever done to the steps to green of a force's items, and by whom?
-- Parameters: force.
-- One row per action, in order.
-- Needs: live_upload.
SELECT
    action_id,
    step_id,
    action,
    item_key,
    step,
    owner,
    due_on,
    state,
    evidence,
    dated,
    withdrawn,
    happened_at,
    who,
    role,
    way
FROM step_version
WHERE force = $force
ORDER BY action_id;
