-- Every action on every step to green, told of the item that its id leads to now.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next one.
-- withdrawn: it came with a tracking workbook that is withdrawn, and does not hold.
-- One row per action.
-- Builds on: issued_id, returned_workbook.
CREATE OR REPLACE VIEW step_version AS
SELECT
    step_action.*,
    issued_id.force,
    issued_id.item_key,
    coalesce(returned_workbook.action = 'withdrawn', FALSE) AS withdrawn
FROM step_action
INNER JOIN issued_id ON step_action.item_id = issued_id.item_id
LEFT JOIN returned_workbook ON step_action.return_number = returned_workbook.return_number
WHERE step_action.log_entry <= (SELECT coalesce(max(action_log.action_id), 0) FROM action_log);
