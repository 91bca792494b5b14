-- Every tracking workbook that came back, as the last action on it left it.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next one.
-- One row per workbook taken in.
-- Builds on: known_writing.
CREATE OR REPLACE VIEW returned_workbook AS
SELECT
    return_number,
    max_by(action, action_id) AS action,
    max_by(happened_at, action_id) AS happened_at,
    max_by(who, action_id) AS who,
    max_by(role, action_id) AS role,
    max_by(way, action_id) AS way
FROM tracking_action
WHERE
    log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND happened_at <= (SELECT known_writing.moment FROM known_writing)
GROUP BY return_number;
