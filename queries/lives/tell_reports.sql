-- Notes which reports were taken to mean others.
-- Needs: live_upload.
INSERT INTO spans_tell_report
SELECT
    report_id,
    meant_id
FROM report_meant
WHERE report_id <> meant_id;
