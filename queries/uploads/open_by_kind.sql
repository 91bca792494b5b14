-- How many items are open at a date, counted from the items held?
-- Parameters: day.
-- One row per force and kind of which any are.
SELECT
    force,
    kind,
    count(*) AS open
FROM item_span
WHERE
    counts
    AND from_day <= $day
    AND (to_day IS NULL OR $day < to_day)
GROUP BY force, kind
ORDER BY force, kind;
