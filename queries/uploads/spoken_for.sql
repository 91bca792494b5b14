-- For which forces and of which kinds do these uploads speak, live or not?
-- Parameters: upload_ids.
-- One row per upload that speaks for any force.
WITH spoken AS (
    SELECT upload_id, force, kind FROM coverage
    UNION ALL
    SELECT upload_id, force, kind FROM position_cell
)

SELECT
    upload_id,
    list_sort(list(DISTINCT force)) AS forces,
    list_sort(list(DISTINCT kind)) AS kinds
FROM spoken
WHERE upload_id IN (SELECT unnest($upload_ids::INTEGER[]))
GROUP BY upload_id;
