-- Which items last ceased to count by leaving otherwise (superseded, no longer for the force), not by closing?
-- Parameters: day.
-- One row per item that had left so by then.
-- Needs: live_upload.
SELECT item_key
FROM flow_of_items(TRUE)
WHERE
    flow IN ('closed', 'left')
    AND day <= $day
GROUP BY item_key
HAVING max_by(flow, day) = 'left';
