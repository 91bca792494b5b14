-- Which open counts does an upload give?
-- Parameters: upload_id.
-- One row per count.
SELECT * FROM position_cell
WHERE upload_id = $upload_id
ORDER BY force, kind, grade;
