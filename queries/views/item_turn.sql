-- At which dates does what counts as open of a kind change, and by which items? Without what their files say, which tells
-- why one ceased to count: that is the question of item_flow.
-- step: 1 where the item counts from then on, -1 where it does no more. moved: it counts of another kind before, or after.
-- One row per item and date at which it turns, of the kind that gains or loses it.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW item_turn AS
SELECT
    item_key,
    force,
    kind,
    from_day AS day,
    1 AS step,
    counted_before AS moved,
    listed,
    said_id
FROM item_span
WHERE
    counts
    AND (NOT counted_before OR kind <> kind_before)
UNION ALL
SELECT
    item_key,
    force,
    kind_before AS kind,
    from_day AS day,
    -1 AS step,
    counts AS moved,
    listed,
    said_id
FROM item_span
WHERE
    counted_before
    AND (NOT counts OR kind <> kind_before);
