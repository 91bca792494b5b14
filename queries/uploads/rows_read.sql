-- How do the rows of an items upload stand in its file: open, closed, superseded, or for another body?
-- For another body: the status says so or every addressee is another (rule 15), whatever else is said of the item.
-- item_key: of a row whose item stands otherwise since; all others are counted together.
-- counting: whether their items count as open, as they did before.
-- Parameters: upload_id, day.
-- One row per item that stands otherwise since, and one per standing of all others and whether they count.
-- Needs: live_upload.
WITH turned AS (
    SELECT DISTINCT item_key FROM state_turned
),

listed AS (
    SELECT
        item_key,
        CASE
            WHEN status = 'not for the force' OR addressed_elsewhere THEN 'for other bodies'
            WHEN status = 'closed' THEN 'closed'
            WHEN status = 'superseded' THEN 'superseded'
            ELSE 'open'
        END AS standing
    FROM told_item
    WHERE upload_id = $upload_id
)

SELECT
    turned.item_key,
    listed.standing,
    coalesce(state_kept.counts, FALSE) AS counting,
    count(*) AS rows
FROM listed
LEFT JOIN turned USING (item_key)
LEFT JOIN state_kept
    ON listed.item_key = state_kept.item_key
    AND state_kept.kept_day = $day
GROUP BY ALL
ORDER BY turned.item_key, listed.standing, counting;
