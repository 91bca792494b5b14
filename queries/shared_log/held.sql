-- Which is the last entry of the shared log that the store has taken in?
-- One row; none where it was never bound to one.
SELECT
    log_id,
    number,
    sha256,
    schema_version,
    marks
FROM log_held
ORDER BY noted DESC
LIMIT 1;
