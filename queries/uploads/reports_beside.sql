-- Which reports do the forces have whose items stand otherwise since, before and now?
-- Parameters: day.
-- One row per force and report.
WITH standing AS (
    SELECT
        force,
        report_id,
        report,
        report_published
    FROM state_kept
    WHERE kept_day = $day
    UNION
    SELECT
        force,
        report_id,
        report,
        report_published
    FROM state_turned
)

SELECT standing.*
FROM standing
SEMI JOIN state_turned USING (force)
ORDER BY standing.force, standing.report_id;
