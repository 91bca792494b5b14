-- How many of a force's items opened, closed, left otherwise or moved between kinds at each export?
-- Parameters: force.
-- One row per kind and date at which items flow.
SELECT
    kind,
    day,
    count(*) FILTER (WHERE flow = 'opened') AS opened,
    count(*) FILTER (WHERE flow = 'closed') AS closed,
    count(*) FILTER (WHERE flow = 'left') AS left_otherwise,
    count(*) FILTER (WHERE flow = 'moved in') AS moved_in,
    count(*) FILTER (WHERE flow = 'moved out') AS moved_out
FROM item_flow
WHERE force = $force
GROUP BY kind, day
ORDER BY day, kind;
