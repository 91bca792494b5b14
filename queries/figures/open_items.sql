-- How do a force's open items stand at a date: status (and whether the file gave it), grade, deadline, by kind and report?
-- Parameters: force, day.
-- One row per kind, status, whether it was given, grade, deadline class and report that has open items.
-- Needs: cell_at($day).
WITH open_item AS (
    SELECT
        kind,
        status,
        status_written IS NOT NULL AS status_given,
        grade,
        report_id,
        deadline_on < $day AS overdue,
        deadline_on < $day AND deadline_basis IN ('worked out', 'immediately') AS worked_out,
        deadline_on < $day AND overdue_reason IS NOT NULL AS has_reason
    FROM item_at($day)
    WHERE
        force = $force
        AND counts
)

SELECT
    open_item.kind,
    open_item.status,
    open_item.status_given,
    open_item.grade,
    report.report_id,
    report.title AS report,
    coalesce(open_item.overdue, FALSE) AS overdue,
    coalesce(open_item.worked_out, FALSE) AS worked_out,
    coalesce(open_item.has_reason, FALSE) AS has_reason,
    count(*) AS open
FROM open_item
INNER JOIN report USING (report_id)
GROUP BY ALL
ORDER BY ALL;
