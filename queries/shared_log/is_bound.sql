-- Has the store ever been bound to a shared log?
-- One row.
SELECT count(*) > 0 AS bound
FROM duckdb_tables()
WHERE table_name = 'log_held' AND database_name = current_database();
