-- Every tracking workbook that came back, as the last action on it left it.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next one.
-- One row per workbook taken in.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW returned_workbook AS
SELECT
    return_number,
    max_by(action, action_id) AS action,
    max_by(happened_at, action_id) AS happened_at,
    max_by(who, action_id) AS who,
    max_by(role, action_id) AS role,
    max_by(way, action_id) AS way
FROM tracking_action
WHERE log_entry <= (SELECT coalesce(max(action_log.action_id), 0) FROM action_log)
GROUP BY return_number;
