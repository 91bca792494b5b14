-- Appends one action to the log of steps to green.
-- return_number: of the tracking workbook that said so, NULL for what was written here.
-- log_entry: NULL stands for the uploads' log as it is now.
-- step_id: NULL stands for a new one.
INSERT INTO step_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM step_action), 0) + 1 AS action_id,
    coalesce($step_id::INTEGER, (SELECT max(step_id) FROM step_action) + 1, 1) AS step_id,
    $action AS action,
    $item_id AS item_id,
    $step AS step,
    $owner AS owner,
    $due_on AS due_on,
    $state AS state,
    $evidence AS evidence,
    $dated AS dated,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way,
    $return_number AS return_number;
