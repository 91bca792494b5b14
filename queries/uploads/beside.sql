-- Which live uploads are of the type and the date of this one? Mostly none, and then it replaces nothing.
-- Parameters: upload_id.
-- One row per other upload.
-- Needs: live_upload.
SELECT other.upload_id
FROM live_upload AS other
INNER JOIN upload
    ON other.export_type = upload.export_type
    AND other.as_of = upload.as_of
WHERE
    upload.upload_id = $upload_id
    AND other.upload_id <> $upload_id
ORDER BY other.upload_id;
