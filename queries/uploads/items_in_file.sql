-- Which items of these uploads were held and stand otherwise since, and how many others count as open, as they did before?
-- Parameters: uploads, day.
-- One row per item that stands otherwise, and one (item_key NULL) for all others.
-- Needs: live_upload.
WITH listed AS (
    SELECT DISTINCT item_key
    FROM told_item
    WHERE
        upload_id BETWEEN list_min($uploads::INTEGER[]) AND list_max($uploads::INTEGER[])  -- the others' rows are not read
        AND list_contains($uploads::INTEGER[], upload_id)
),

turned AS (
    SELECT item_key
    FROM state_turned
    WHERE is_before
)

SELECT
    turned.item_key,
    count(*) FILTER (WHERE state_kept.counts) AS counting
FROM listed
LEFT JOIN turned USING (item_key)
LEFT JOIN state_kept
    ON listed.item_key = state_kept.item_key
    AND state_kept.kept_day = $day
GROUP BY turned.item_key
ORDER BY turned.item_key;
