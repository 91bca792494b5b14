-- Every upload must hold as many rows as were read from its file.
WITH held AS (
    SELECT item_row.upload_id FROM item_row SEMI JOIN item_said USING (said_id)
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
    GROUP BY upload_id
)

SELECT upload.upload_id
FROM upload
LEFT JOIN counted USING (upload_id)
WHERE upload.row_count <> coalesce(counted.row_count, 0);
