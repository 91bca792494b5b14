-- Which reports did an upload speak of, with their numbers?
-- Parameters: upload_id.
-- One row per report but the one that stands for none.
SELECT report.*
FROM report
SEMI JOIN item_record
    ON report.report_id = item_record.report_id
    AND item_record.upload_id = $upload_id
WHERE report.report_id > 0
ORDER BY report.report_id;
