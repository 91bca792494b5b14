-- Which report does a number lead to, whose is it (NULL: shared by all), and which live export is the first to speak of it?
-- first_held_on: NULL when every upload that speaks of it is withdrawn.
-- Parameters: report_id.
-- One row when there is such a report.
-- Needs: live_upload.
WITH told AS (
    SELECT
        report_id AS meant_id,
        min(as_of) AS first_held_on
    FROM told_item
    GROUP BY report_id
)

SELECT
    report.force,
    report_meant.meant_id AS report_id,
    told.first_held_on
FROM report
INNER JOIN report_meant USING (report_id)
LEFT JOIN told USING (meant_id)
WHERE report.report_id = $report_id;
