-- Every item must lie within what its upload speaks for, or it could never be closed again.
-- Parameters: first_upload, last_upload.
SELECT
    item_record.upload_id,
    item_record.force,
    item_record.kind
FROM item_record
ANTI JOIN coverage
    ON item_record.upload_id = coverage.upload_id
    AND item_record.force = coverage.force
    AND item_record.kind = coverage.kind
    AND (coverage.report_id IS NULL OR item_record.report_id = coverage.report_id)
WHERE item_record.upload_id BETWEEN $first_upload AND $last_upload;
