-- Which live uploads hold exactly these bytes, read from which sheet, as which type and of which date?
-- Parameters: sha256.
-- One row per upload.
-- Needs: live_upload.
SELECT
    upload_id,
    as_of,
    export_type,
    sheet
FROM live_upload
WHERE sha256 = $sha256
ORDER BY upload_id;
