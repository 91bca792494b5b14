-- For which dates is anything held, and is it about the home force?
-- Parameters: home.
-- One row per date, latest first.
-- Needs: live_upload.
WITH spoken_for AS (
    SELECT upload_id, force FROM coverage
    UNION
    SELECT upload_id, force FROM position_cell
)

SELECT
    live_upload.as_of,
    coalesce(bool_or(spoken_for.force = $home), FALSE) AS about_home
FROM live_upload
LEFT JOIN spoken_for USING (upload_id)
GROUP BY live_upload.as_of
ORDER BY live_upload.as_of DESC;
