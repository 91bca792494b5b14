-- For which dates is a figure of the force held, by kind, before a day?
-- Parameters: force, day.
-- One row per kind: the latest such date.
-- Needs: live_upload.
WITH spoken_for AS (
    SELECT upload_id, kind FROM coverage WHERE force = $force
    UNION
    SELECT upload_id, kind FROM position_cell WHERE force = $force AND grade IS NULL
)

SELECT
    spoken_for.kind,
    max(live_upload.as_of) AS as_of
FROM spoken_for
INNER JOIN live_upload USING (upload_id)
WHERE live_upload.as_of < $day
GROUP BY spoken_for.kind
ORDER BY spoken_for.kind;
