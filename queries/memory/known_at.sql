-- What had happened by entry $entry of the log, and nothing of what came later (rule 21). The temporary view stands before
-- the table of its name, also inside the views built on it, so every question of the snapshot is answered from this.
-- Parameters: entry.
CREATE TEMPORARY TABLE action_log_memory AS
SELECT * FROM action_log
WHERE action_id <= $entry;
