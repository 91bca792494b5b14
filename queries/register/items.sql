-- What is known of every item of a force at a date, with its first and its present target date?
-- Parameters: force, day.
-- One row per item ever held by then, in no order: the register has its own.
-- Needs: cell_at($day).
WITH issued AS (
    SELECT
        item_key,
        min(item_id) AS item_id
    FROM issued_id
    WHERE force = $force
    GROUP BY item_key
),

reopened AS (
    SELECT
        item_key,
        max(from_day) AS day
    FROM item_span
    WHERE
        force = $force
        AND counts
        AND NOT counted_before
        AND from_day <= $day
    GROUP BY item_key
    HAVING count(*) > 1
)

SELECT
    issued.item_id,
    item.item_key,
    item.reference,
    item.number,
    item.kind,
    item.report_id,
    report.title AS report,
    coalesce(item.first_published, item.report_published, report.published) AS published,
    coalesce(item.report_published, report.published, item.first_published) AS published_now,
    coalesce(
        item.first_published <> coalesce(item.report_published, report.published)
        AND first_report.title_key = report.title_key,
        FALSE
    ) AS reissued,
    report.published AS report_published,
    item.report_type,
    item.text,
    item.addressee,
    item.addressed_elsewhere,
    item.grade,
    item.status,
    item.status_written,
    item.lead,
    item.deadline,
    item.deadline_on,
    item.deadline_basis,
    item.deadline_since_first,
    item.target_date,
    item.first_target,
    item.revisions,
    item.overdue_reason,
    item.steps_to_green,
    item.closed_on,
    item.cause_of_concern,
    item.counts,
    item.listed,
    item.as_of AS told_on,
    item.decided_on,
    item.first_held_on,
    reopened.day AS reopened_on
FROM item_at($day) AS item
INNER JOIN issued USING (item_key)
INNER JOIN report USING (report_id)
LEFT JOIN report AS first_report ON item.first_report_id = first_report.report_id
LEFT JOIN reopened USING (item_key)
WHERE item.force = $force;
