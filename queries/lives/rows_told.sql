-- How many rows do the uploads hold that the lives tell of?
-- One row.
SELECT coalesce(sum(upload.row_count), 0) AS rows_told
FROM spans_tell
INNER JOIN upload USING (upload_id);
