-- What is kept of one upload besides its records?
-- Parameters: upload_id.
-- One row.
SELECT * FROM upload
WHERE upload_id = $upload_id;
