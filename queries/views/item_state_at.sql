-- What is known of every item at a date, as far as a change of it is worth telling?
-- left_otherwise: it counts no more, and an export once said that it left otherwise (superseded, no longer for the force);
-- whether that is what ended its counting is the question of figures/left_otherwise.
-- From the spans themselves: which upload decides, for which item_at asks of every item, is no part of how one stands.
-- Parameters: day.
-- One row per item that is listed, or left otherwise. What closed before is told by its absence.
-- Builds on: tables alone.
CREATE OR REPLACE MACRO item_state_at(day) AS TABLE
SELECT
    item_span.item_key,
    item_span.force,
    item_span.kind,
    item_span.report_id,
    report.title AS report,
    report.published AS report_published,
    coalesce(item_said.reference, item_said.number, '') AS name,
    item_span.counts,
    item_span.listed,
    item_span.ever_left AND NOT item_span.counts AS left_otherwise,
    item_said.status,
    item_said.status_written,
    item_said.addressed_elsewhere,
    item_said.grade,
    item_said.target_date,
    hash(item_said.text)::VARCHAR AS text_key,
    hash(
        item_span.report_id, item_said.number, item_said.addressee, item_said.lead, item_said.deadline,
        item_said.overdue_reason, item_said.steps_to_green, item_said.cause_of_concern
    )::VARCHAR AS other_key
FROM item_span
INNER JOIN item_said USING (said_id)
INNER JOIN report ON item_span.report_id = report.report_id
WHERE
    item_span.from_day <= day
    AND (item_span.to_day IS NULL OR day < item_span.to_day)
    AND (item_span.listed OR item_span.ever_left);
