-- Which open counts do the items and the positions of one date tell differently?
-- Parameters: day.
-- One row per force and kind.
-- Needs: cell_at($day).
SELECT
    force,
    kind,
    open AS items_open,
    other_open AS positions_open
FROM headline_at($day)
WHERE
    as_of = $day
    AND other_as_of = $day
    AND open <> other_open
ORDER BY force, kind;
