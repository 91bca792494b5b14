-- Which reports does the store know?
-- One row per report.
SELECT
    report_id,
    title,
    title_key,
    force,
    published
FROM report
ORDER BY report_id;
