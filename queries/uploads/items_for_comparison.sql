-- What is known of every item at a date, as far as a change of it is worth telling?
-- left_otherwise: it last ceased to count by leaving otherwise (superseded, no longer for the force), not by closing.
-- Parameters: day.
-- One row per item ever held by then.
WITH gone AS (
    SELECT
        item_key,
        max_by(flow, day) = 'left' AS left_otherwise
    FROM flow_of_items(TRUE)
    WHERE
        flow IN ('closed', 'left')
        AND day <= $day
    GROUP BY item_key
)

SELECT
    item.item_key,
    item.force,
    item.kind,
    item.report_id,
    report.title AS report,
    report.published AS report_published,
    coalesce(item.reference, item.number, '') AS name,
    item.counts,
    item.listed,
    NOT item.counts AND coalesce(gone.left_otherwise, FALSE) AS left_otherwise,
    item.status,
    item.status_written,
    item.addressed_elsewhere,
    item.grade,
    item.target_date,
    hash(item.text)::VARCHAR AS text_key,
    hash(
        item.report_id, item.number, item.addressee, item.lead, item.deadline, item.overdue_reason,
        item.steps_to_green, item.cause_of_concern
    )::VARCHAR AS other_key
FROM item_at($day) AS item
INNER JOIN report USING (report_id)
LEFT JOIN gone USING (item_key);
