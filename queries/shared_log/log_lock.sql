-- Takes the log's lock until the transaction ends, asked of PostgreSQL: one server commits at a time.
-- One row.
SELECT pg_advisory_xact_lock(hashtext('jasc_log'), hashtext(current_schema())) AS locked;
