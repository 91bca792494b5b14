-- Which national averages does an upload give?
-- Parameters: upload_id.
-- One row per average.
SELECT * FROM national_average
WHERE upload_id = $upload_id
ORDER BY kind, grade;
