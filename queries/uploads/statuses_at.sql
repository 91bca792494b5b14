-- Which statuses do the items have that are known at a date?
-- Parameters: day.
-- One row per force, kind and status.
SELECT DISTINCT
    force,
    kind,
    status
FROM item_state_at($day)
ORDER BY force, kind, status;
