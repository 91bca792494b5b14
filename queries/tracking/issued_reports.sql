-- Which numbers were issued to reports, which report is meant by each now, and by what is it told from any other?
-- One row per report that a file has named.
-- Needs: live_upload.
SELECT
    report.report_id,
    report_meant.meant_id,
    concat_ws('|', report.force, report.title_key, report.published) AS told_by
FROM report
INNER JOIN report_meant ON report.report_id = report_meant.report_id
ORDER BY report.report_id;
