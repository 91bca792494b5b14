-- Which log is it, and which is its last entry? Asked of PostgreSQL before every snapshot.
-- One row; number 0 where it has none yet.
WITH last_entry AS (
    SELECT
        number,
        sha256,
        schema_version
    FROM jasc_log_entry
    ORDER BY number DESC
    LIMIT 1
)

SELECT
    jasc_log.log_id::TEXT AS log_id,
    coalesce(last_entry.number, 0) AS number,
    coalesce(last_entry.sha256, '') AS sha256,
    coalesce(last_entry.schema_version, 0) AS schema_version
FROM jasc_log
LEFT JOIN last_entry ON TRUE;
