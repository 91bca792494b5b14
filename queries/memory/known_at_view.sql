-- The log as it was, in the log's place; see known_at.
CREATE TEMPORARY VIEW action_log AS SELECT * FROM action_log_memory;
