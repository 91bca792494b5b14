-- Keeps how every item stands at a date, to be laid beside what stands there once something was written: the first date.
-- Parameters: day.
CREATE OR REPLACE TEMPORARY TABLE state_kept AS
SELECT
    $day::DATE AS kept_day,
    state.*
FROM item_state_at($day) AS state;
