-- Whose is a report (NULL: shared by all forces), and when was it published?
-- Parameters: report_id.
-- One row when a file has named it.
SELECT
    force,
    published
FROM report
WHERE report_id = $report_id;
