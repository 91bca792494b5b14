-- How does each row of an items upload stand in its file: open, closed, superseded, or for another body?
-- For another body: the status says so or every addressee is another (rule 15), whatever else is said of the item.
-- Parameters: upload_id.
-- One row per row of the file that holds an item.
-- Needs: live_upload.
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
ORDER BY row_number;
