-- From which entry does a new server begin? Asked of PostgreSQL.
-- One row; 0 where it has to take in every entry.
SELECT coalesce(max(number), 0) AS number
FROM jasc_log_entry
WHERE whole;
