-- Which exports are behind what is known of a force's items at a date?
-- Parameters: force, day.
-- One row per export that is the latest word on a kind, or on an item that is open.
-- Needs: cell_at($day).
WITH deciding AS (
    SELECT upload_id
    FROM item_cover_at($day)
    WHERE force = $force
    UNION
    SELECT upload_id
    FROM item_standing_at($day)
    WHERE
        force = $force
        AND counts
)

SELECT
    live_upload.upload_id,
    live_upload.as_of,
    live_upload.file_name,
    live_upload.committed_at
FROM deciding
INNER JOIN live_upload USING (upload_id)
ORDER BY live_upload.as_of DESC, live_upload.upload_id DESC;
