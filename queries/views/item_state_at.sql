-- What is known of every item at a date, as far as a change of it is worth telling?
-- left_otherwise: it counts no more, and an export once said that it left otherwise (superseded, no longer for the force);
-- whether that is what ended its counting is the question of figures/left_otherwise.
-- Parameters: day.
-- One row per item that is listed, or left otherwise. What closed before is told by its absence.
-- Builds on: item_at.
CREATE OR REPLACE MACRO item_state_at(day) AS TABLE
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
    item.ever_left AND NOT item.counts AS left_otherwise,
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
FROM item_at(day) AS item
INNER JOIN report USING (report_id)
WHERE item.listed OR item.ever_left;
