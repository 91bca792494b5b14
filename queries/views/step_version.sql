-- Every action on every step to green, told of the item that its id leads to now.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next
-- one, and up to a moment where one is asked for.
-- withdrawn: it came with a tracking workbook that is withdrawn, and does not hold.
-- One row per action.
-- Builds on: issued_id, known_writing, returned_workbook.
CREATE OR REPLACE VIEW step_version AS
SELECT
    step_action.*,
    issued_id.force,
    issued_id.item_key,
    coalesce(returned_workbook.action = 'withdrawn', FALSE) AS withdrawn
FROM step_action
INNER JOIN issued_id ON step_action.item_id = issued_id.item_id
LEFT JOIN returned_workbook ON step_action.return_number = returned_workbook.return_number
WHERE
    step_action.log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND step_action.happened_at <= (SELECT known_writing.moment FROM known_writing);
