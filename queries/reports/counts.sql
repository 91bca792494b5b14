-- How do a force's items stand at a date, by report, kind and grade?
-- "ever" counts those for the force that were held by then: open, superseded, or closed since. "elsewhere" counts those
-- addressed to other bodies alone, which are no part of it.
-- Parameters: force, day.
-- One row per report, kind and grade of which an item was held by then.
-- Needs: cell_at($day).
WITH item AS (
    SELECT
        item.report_id,
        item.kind,
        item.grade,
        item.counts,
        item.counts AND item.status = 'awaiting sign-off' AS awaiting_sign_off,
        item.counts AND coalesce(item.deadline_on < $day, FALSE) AS overdue,
        item.addressed_elsewhere OR item.status = 'not for the force' AS elsewhere,
        item.status = 'superseded' AS superseded,
        item.first_held_on
    FROM item_at($day) AS item
    WHERE item.force = $force
)

SELECT
    item.report_id,
    report.title AS report,
    report.force IS NULL AND report.report_id <> 0 AS shared,
    report.published,
    item.kind,
    item.grade,
    count(*) FILTER (WHERE item.counts) AS open,
    count(*) FILTER (WHERE item.overdue) AS overdue,
    count(*) FILTER (WHERE item.awaiting_sign_off) AS awaiting_sign_off,
    count(*) FILTER (WHERE NOT item.counts AND NOT item.elsewhere AND NOT item.superseded) AS closed,
    count(*) FILTER (WHERE NOT item.elsewhere) AS ever,
    count(*) FILTER (WHERE item.elsewhere) AS elsewhere,
    min(item.first_held_on) FILTER (WHERE item.counts) AS oldest_open_held_on
FROM item
INNER JOIN report USING (report_id)
GROUP BY ALL
ORDER BY item.report_id, item.kind, item.grade;
