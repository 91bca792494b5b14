-- How do the items that stand otherwise since stand, and how did they stand?
-- before: TRUE for how they stood.
-- Parameters: before.
-- One row per item.
SELECT * EXCLUDE (is_before)
FROM state_turned
WHERE is_before = $before;
