-- Up to which date are live uploads of a type held, by force?
-- Parameters: export_type.
-- One row per force.
-- Needs: live_upload.
WITH spoken_for AS (
    SELECT DISTINCT upload_id, force FROM coverage
    UNION
    SELECT DISTINCT upload_id, force FROM position_cell
)

SELECT
    spoken_for.force,
    max(live_upload.as_of) AS as_of
FROM spoken_for
INNER JOIN live_upload USING (upload_id)
WHERE live_upload.export_type = $export_type
GROUP BY spoken_for.force
ORDER BY spoken_for.force;
