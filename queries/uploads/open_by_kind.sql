-- How many items are open at a date, counted from the items held?
-- Parameters: day.
-- One row per force and kind of which any are.
-- Needs: cell_at($day).
SELECT
    force,
    kind,
    count(*) AS open
FROM item_standing_at($day)
WHERE counts
GROUP BY force, kind
ORDER BY force, kind;
