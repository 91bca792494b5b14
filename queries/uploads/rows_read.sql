-- How do the rows of an items upload stand in its file: open, closed, superseded, or for another body?
-- For another body: the status says so or every addressee is another (rule 15), whatever else is said of the item.
-- item_key: of a row whose item was held and stands otherwise since; all others are counted together.
-- counting: whether their items count as open. new: whether they were not held before; the others stand as they did.
-- Parameters: upload_id, day.
-- One row per item that was held and stands otherwise, and one per standing of all others, whether they count and are new.
-- Needs: live_upload.
WITH turned AS (
    SELECT
        item_key,
        bool_or(is_before) AS held,
        bool_or(counts AND NOT is_before) AS counts
    FROM state_turned
    GROUP BY item_key
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
    CASE WHEN turned.held THEN turned.item_key END AS item_key,
    listed.standing,
    coalesce(state_kept.counts, turned.counts, FALSE) AS counting,
    coalesce(NOT turned.held, FALSE) AS new,
    count(*) AS rows
FROM listed
LEFT JOIN turned USING (item_key)
LEFT JOIN state_kept
    ON listed.item_key = state_kept.item_key
    AND state_kept.kept_day = $day
GROUP BY ALL
ORDER BY ALL;
