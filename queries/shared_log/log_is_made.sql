-- Is there a log yet? Asked of PostgreSQL.
-- One row.
SELECT to_regclass('jasc_log_entry') IS NOT NULL AS made;
