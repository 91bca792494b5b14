-- Lays how every item stands at a date beside how it stood there when that was kept, and holds what differs.
-- Parameters: day.
-- Needs: cell_at($day).
CREATE OR REPLACE TEMPORARY TABLE state_turned AS
WITH stood AS (
    SELECT * EXCLUDE (kept_day)
    FROM state_kept
    WHERE kept_day = $day
),

stands AS MATERIALIZED (
    SELECT * FROM item_state_at($day)
),

before AS (
    SELECT * FROM stood
    EXCEPT
    SELECT * FROM stands
),

afterwards AS (
    SELECT * FROM stands
    EXCEPT
    SELECT * FROM stood
)

SELECT
    TRUE AS is_before,
    before.*
FROM before
UNION ALL
SELECT
    FALSE AS is_before,
    afterwards.*
FROM afterwards;
