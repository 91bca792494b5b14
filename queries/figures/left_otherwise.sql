-- Which items last ceased to count by leaving otherwise (superseded, no longer for the force), not by closing?
-- force: NULL for all.
-- Parameters: day, force.
-- One row per item that had left so by then.
SELECT item_key
FROM item_flow
WHERE
    flow IN ('closed', 'left')
    AND day <= $day
    AND ($force IS NULL OR force = $force)
GROUP BY item_key
HAVING max_by(flow, day) = 'left';
