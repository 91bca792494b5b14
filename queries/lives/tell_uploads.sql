-- Notes the uploads that the spans tell of: those that are live.
-- Needs: live_upload.
INSERT INTO spans_tell_upload
SELECT upload_id
FROM live_upload
WHERE export_type = 'items';
