-- Which deadline is held for each open item at a date, and when was its force's last items export?
-- Parameters: day.
-- One row per item that counts as open.
-- Needs: cell_at($day).
WITH told AS (
    SELECT
        coverage.force,
        max(live_upload.as_of) AS told_on
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of <= $day
    GROUP BY coverage.force
)

SELECT
    item.item_key,
    item.force,
    item.deadline IS NOT NULL AS has_deadline,
    item.deadline_on,
    told.told_on
FROM item_at($day) AS item
INNER JOIN told USING (force)
WHERE item.counts;
