-- Which of these items, by their keys, does no live upload hold?
-- Parameters: keys.
-- One row per item that is not held.
WITH asked AS (
    SELECT unnest($keys::VARCHAR[]) AS item_key
)

SELECT asked.item_key
FROM asked
ANTI JOIN item_span USING (item_key);
