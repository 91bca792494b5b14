-- What does an items upload speak for?
-- Parameters: upload_id.
-- One row per force, kind and report.
SELECT * FROM coverage
WHERE upload_id = $upload_id
ORDER BY force, kind, report_id;
