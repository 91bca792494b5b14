-- Which reports does the store know, and which of them do live uploads speak of?
-- Items' lives tell that of nearly all; only of the others are the rows of the uploads read.
-- One row per report.
WITH lived AS (
    SELECT DISTINCT item_said.report_id
    FROM item_span
    INNER JOIN item_said USING (said_id)
),

told AS (
    SELECT report_id FROM lived
    UNION
    SELECT item_record.report_id
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    WHERE item_record.report_id IN (SELECT report_id FROM report ANTI JOIN lived USING (report_id))
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
