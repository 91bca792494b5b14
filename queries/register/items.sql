-- What is known of every item of a force at a date, with its first and its present target date?
-- Revisions are changes between successive live exports that give a target date: none to a date is no revision.
-- Parameters: force, day.
-- One row per item ever held by then.
WITH told AS (
    SELECT
        told_item.item_key,
        told_item.target_date,
        told_item.as_of,
        told_item.upload_id
    FROM told_item
    WHERE
        told_item.force = $force
        AND told_item.as_of <= $day
),

first_held AS (
    SELECT
        item_key,
        min(as_of) AS first_held_on
    FROM told
    GROUP BY item_key
),

dated AS (
    SELECT
        item_key,
        target_date,
        as_of,
        upload_id,
        lag(target_date) OVER (PARTITION BY item_key ORDER BY as_of, upload_id) AS before
    FROM told
    WHERE target_date IS NOT NULL
),

target AS (
    SELECT
        item_key,
        min_by(target_date, (as_of, upload_id)) AS first_target,
        count(*) FILTER (WHERE before <> target_date) AS revisions
    FROM dated
    GROUP BY item_key
)

SELECT
    item.item_key,
    item.reference,
    item.number,
    item.kind,
    item.report_id,
    report.title AS report,
    coalesce(item.report_published, report.published) AS published,
    report.published AS report_published,
    item.report_type,
    item.text,
    item.addressee,
    item.addressed_elsewhere,
    item.grade,
    item.status,
    item.lead,
    item.deadline,
    item.deadline_on,
    item.deadline_basis,
    item.target_date,
    target.first_target,
    coalesce(target.revisions, 0) AS revisions,
    item.overdue_reason,
    item.steps_to_green,
    item.closed_on,
    item.cause_of_concern,
    item.counts,
    item.listed,
    item.as_of AS told_on,
    item.decided_on,
    first_held.first_held_on
FROM item_at($day) AS item
INNER JOIN report USING (report_id)
INNER JOIN first_held USING (item_key)
LEFT JOIN target USING (item_key)
WHERE item.force = $force
ORDER BY item.item_key;
