-- Which reports do the items of a force that are known at a date belong to, and when were they published?
-- Parameters: force, day.
-- One row per report.
-- Needs: cell_at($day).
SELECT DISTINCT
    report.report_id,
    report.title,
    report.published
FROM item_standing_at($day) AS item
INNER JOIN report USING (report_id)
WHERE item.force = $force
ORDER BY report.report_id;
