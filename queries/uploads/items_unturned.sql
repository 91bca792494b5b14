-- How many items of these forces count as open at a date and stand as they did before?
-- Parameters: forces, day.
-- One row.
SELECT count(*) AS counting
FROM state_kept
ANTI JOIN state_turned USING (item_key)
WHERE
    state_kept.kept_day = $day
    AND state_kept.counts
    AND state_kept.force IN (SELECT unnest($forces::VARCHAR[]));
