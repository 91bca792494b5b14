-- Which items last ceased to count by leaving otherwise (superseded, no longer for the force), not by closing?
-- Parameters: day.
-- One row per item that had left so by then.
SELECT item_key
FROM item_flow
WHERE
    flow IN ('closed', 'left')
    AND day <= $day
GROUP BY item_key
HAVING max_by(flow, day) = 'left';
