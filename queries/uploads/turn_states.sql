-- Lays how every item stands at a date beside how it stood there when that was kept, and holds what differs: what there is
-- on one side alone.
-- Parameters: day.
CREATE OR REPLACE TEMPORARY TABLE state_turned AS
WITH state AS (
    SELECT
        TRUE AS is_before,
        * EXCLUDE (kept_day)
    FROM state_kept
    WHERE kept_day = $day
    UNION ALL
    SELECT
        FALSE AS is_before,
        stands.*
    FROM item_state_at($day) AS stands
)

SELECT
    bool_and(is_before) AS is_before,
    * EXCLUDE (is_before)
FROM state
GROUP BY ALL
HAVING bool_and(is_before) = bool_or(is_before);
