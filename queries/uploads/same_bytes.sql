-- Which live uploads hold exactly these bytes?
-- Parameters: sha256.
-- One row per upload.
SELECT
    upload_id,
    as_of
FROM live_upload
WHERE sha256 = $sha256
ORDER BY upload_id;
