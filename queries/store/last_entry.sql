-- Which is the last entry of the log, by its number?
-- One row; 0 when nothing has happened yet.
SELECT coalesce(max(action_id), 0) AS entry
FROM action_log;
