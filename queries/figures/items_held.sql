-- Of which kinds are the force's items themselves held at a date, and how many are open by them?
-- Parameters: force, day.
-- One row per kind.
-- Needs: cell_at($day).
SELECT
    kind,
    open,
    as_of,
    complete_as_of
FROM item_headline_at($day)
WHERE force = $force
ORDER BY kind;
