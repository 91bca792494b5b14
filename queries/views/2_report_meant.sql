-- Which report does each known report stand for? A title without a publication date means the one dated report of that
-- title that live uploads speak of; with none or several of them it stands for itself.
-- One row per report.
CREATE OR REPLACE VIEW report_meant AS
WITH told AS (
    SELECT DISTINCT item_record.report_id
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
),

dated AS (
    SELECT
        report.title_key,
        report.force,
        min(report.report_id) AS report_id,
        count(*) AS dates
    FROM report
    INNER JOIN told USING (report_id)
    WHERE report.published IS NOT NULL
    GROUP BY report.title_key, report.force
)

SELECT
    report.report_id,
    if(report.published IS NULL AND dated.dates = 1, dated.report_id, report.report_id) AS meant_id
FROM report
LEFT JOIN dated
    ON report.title_key = dated.title_key
    AND report.force IS NOT DISTINCT FROM dated.force;
