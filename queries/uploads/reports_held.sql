-- Which reports does the store know, and which of them do live uploads speak of?
-- One row per report.
WITH told AS (
    SELECT DISTINCT item_record.report_id
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
)

SELECT
    report.report_id,
    report.title,
    report.title_key,
    report.force,
    report.published,
    told.report_id IS NOT NULL AS live
FROM report
LEFT JOIN told USING (report_id)
ORDER BY report.report_id;
