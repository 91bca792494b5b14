-- Keeps how every item stands at a further date.
-- Parameters: day.
INSERT INTO state_kept
SELECT
    $day::DATE AS kept_day,
    state.*
FROM item_state_at($day) AS state;
