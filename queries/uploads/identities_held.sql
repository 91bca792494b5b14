-- Do the live items of each force and kind have references?
-- One row per force and kind of which items are held.
SELECT
    item_said.force,
    item_said.kind,
    bool_or(item_said.reference IS NOT NULL) AS some_with,
    bool_or(item_said.reference IS NULL) AS some_without
FROM item_span
INNER JOIN item_said USING (said_id)
GROUP BY item_said.force, item_said.kind;
