-- Where an upload gives the total and any grade of a force and kind, the grades must add up to the total.
SELECT
    upload_id,
    force,
    kind
FROM position_cell
GROUP BY ALL
HAVING
    count(grade) > 0
    AND sum(open) FILTER (WHERE grade IS NOT NULL)
    IS DISTINCT FROM sum(open) FILTER (WHERE grade IS NULL);
