-- How does a step to green stand by the last action that holds, by its day, and who did that?
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
WHERE
    step_id = $step_id
    AND NOT EXISTS (
        SELECT 1
        FROM returned_workbook
        WHERE
            returned_workbook.return_number = step_action.return_number
            AND returned_workbook.action = 'withdrawn'
    )
ORDER BY dated DESC, action_id DESC
LIMIT 1;
