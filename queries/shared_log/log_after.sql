-- Which entries come next after a number? Asked of PostgreSQL.
-- Parameters: number, at_most.
-- One row per entry, in their order.
SELECT
    number,
    schema_version,
    release,
    whole,
    previous,
    content,
    sha256
FROM jasc_log_entry
WHERE number > $number
ORDER BY number
LIMIT $at_most;
