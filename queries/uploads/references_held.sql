-- Which references do the live uploads hold of some forces, and what do they stand for?
-- Parameters: forces.
-- One row per force and item, as its last export tells it.
SELECT
    item_said.force,
    item_said.item_key,
    item_said.reference,
    item_said.kind,
    report.title_key,
    item_said.text
FROM item_span
INNER JOIN item_said USING (said_id)
INNER JOIN report ON item_said.report_id = report.report_id
WHERE
    item_span.to_day IS NULL
    AND item_said.force IN (SELECT unnest($forces::VARCHAR[]))
    AND item_said.reference IS NOT NULL
ORDER BY item_said.force, item_said.reference;
