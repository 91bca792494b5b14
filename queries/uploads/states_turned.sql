-- How do the items that were held and stand otherwise since stand, and how did they stand?
-- before: TRUE for how they stood.
-- Parameters: before.
-- One row per item.
SELECT * EXCLUDE (is_before)
FROM state_turned
WHERE
    is_before = $before
    AND item_key IN (SELECT stood.item_key FROM state_turned AS stood WHERE stood.is_before);
