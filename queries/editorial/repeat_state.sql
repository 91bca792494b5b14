-- Whose are two items, are they one, and what was last done about whether the first repeats the second?
-- Parameters: item_id, earlier_id.
-- One row when both ids were ever issued.
-- Needs: live_upload.
SELECT
    item.force,
    earlier.force AS earlier_force,
    item.item_key = earlier.item_key AS same,
    repeat_decision.action
FROM issued_id AS item
CROSS JOIN issued_id AS earlier
LEFT JOIN repeat_decision
    ON item.item_key = repeat_decision.item_key
    AND earlier.item_key = repeat_decision.earlier_key
WHERE
    item.item_id = $item_id
    AND earlier.item_id = $earlier_id;
