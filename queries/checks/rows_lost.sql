-- Every upload must hold as many rows as were read from its file.
-- Parameters: first_upload, last_upload.
WITH held AS (
    SELECT upload_id FROM item_row
    UNION ALL
    SELECT upload_id FROM position_cell
    UNION ALL
    SELECT upload_id FROM national_average
),

counted AS (
    SELECT
        upload_id,
        count(*) AS row_count
    FROM held
    WHERE upload_id BETWEEN $first_upload AND $last_upload
    GROUP BY upload_id
)

SELECT upload.upload_id
FROM upload
LEFT JOIN counted USING (upload_id)
WHERE
    upload.upload_id BETWEEN $first_upload AND $last_upload
    AND upload.row_count <> coalesce(counted.row_count, 0);
