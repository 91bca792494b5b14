-- Which report does a number lead to, whose is it (NULL: shared by all), and which live export is the first to speak of it?
-- first_held_on: NULL when every upload that speaks of it is withdrawn.
-- Parameters: report_id.
-- One row when there is such a report.
-- Needs: live_upload.
WITH meant AS (
    SELECT
        report.force,
        report_meant.meant_id
    FROM report
    INNER JOIN report_meant USING (report_id)
    WHERE report.report_id = $report_id
)

SELECT
    meant.force,
    meant.meant_id AS report_id,
    min(told_item.as_of) AS first_held_on
FROM meant
LEFT JOIN told_item ON meant.meant_id = told_item.report_id
GROUP BY meant.force, meant.meant_id;
