-- Notes of what the spans tell: the live uploads of items, and the reports that mean others.
-- Needs: live_upload.
INSERT INTO spans_tell
SELECT
    upload_id,
    NULL AS report_id,
    NULL AS meant_id
FROM live_upload
WHERE export_type = 'items'
UNION ALL
SELECT
    NULL AS upload_id,
    report_id,
    meant_id
FROM report_meant
WHERE report_id <> meant_id;
