-- For which dates is anything held, and is it about the home force?
-- Parameters: home.
-- One row per date, latest first.
-- Needs: live_upload.
WITH about_home AS (
    SELECT upload_id FROM coverage WHERE force = $home
    UNION
    SELECT upload_id FROM position_cell WHERE force = $home
)

SELECT
    live_upload.as_of,
    bool_or(about_home.upload_id IS NOT NULL) AS about_home
FROM live_upload
LEFT JOIN about_home USING (upload_id)
GROUP BY live_upload.as_of
ORDER BY live_upload.as_of DESC;
