-- Numbers what each item on its way in says: as the same content that is held, or as the next new one.
CREATE OR REPLACE TEMPORARY TABLE arriving_said AS
WITH same AS (
    SELECT
        arriving_item.row_number,
        item_said.said_id
    FROM arriving_item
    INNER JOIN item_said
        ON arriving_item.item_key = item_said.item_key
        AND arriving_item.force IS NOT DISTINCT FROM item_said.force
        AND arriving_item.kind IS NOT DISTINCT FROM item_said.kind
        AND arriving_item.report_id IS NOT DISTINCT FROM item_said.report_id
        AND arriving_item.reference IS NOT DISTINCT FROM item_said.reference
        AND arriving_item.report_type IS NOT DISTINCT FROM item_said.report_type
        AND arriving_item.report_published IS NOT DISTINCT FROM item_said.report_published
        AND arriving_item.number IS NOT DISTINCT FROM item_said.number
        AND arriving_item.text IS NOT DISTINCT FROM item_said.text
        AND arriving_item.addressee IS NOT DISTINCT FROM item_said.addressee
        AND arriving_item.addressed_elsewhere IS NOT DISTINCT FROM item_said.addressed_elsewhere
        AND arriving_item.grade IS NOT DISTINCT FROM item_said.grade
        AND arriving_item.status IS NOT DISTINCT FROM item_said.status
        AND arriving_item.lead IS NOT DISTINCT FROM item_said.lead
        AND arriving_item.deadline IS NOT DISTINCT FROM item_said.deadline
        AND arriving_item.deadline_on IS NOT DISTINCT FROM item_said.deadline_on
        AND arriving_item.deadline_basis IS NOT DISTINCT FROM item_said.deadline_basis
        AND arriving_item.target_date IS NOT DISTINCT FROM item_said.target_date
        AND arriving_item.overdue_reason IS NOT DISTINCT FROM item_said.overdue_reason
        AND arriving_item.steps_to_green IS NOT DISTINCT FROM item_said.steps_to_green
        AND arriving_item.closed_on IS NOT DISTINCT FROM item_said.closed_on
        AND arriving_item.cause_of_concern IS NOT DISTINCT FROM item_said.cause_of_concern
        AND arriving_item.status_written IS NOT DISTINCT FROM item_said.status_written
),

last_said AS (
    SELECT coalesce(max(said_id), 0) AS said_id FROM item_said
)

SELECT
    arriving_item.row_number,
    coalesce(
        same.said_id,
        last_said.said_id
        + row_number() OVER (PARTITION BY same.said_id IS NULL ORDER BY arriving_item.row_number)
    ) AS said_id,
    same.said_id IS NULL AS is_new
FROM arriving_item
LEFT JOIN same USING (row_number)
CROSS JOIN last_said;
