-- What is the headline figure of every force and kind at a date, and which upload says so?
-- Parameters: day.
-- One row per force and kind held.
-- Needs: cell_at($day).
SELECT
    headline.*,
    upload.file_name,
    upload.committed_at
FROM headline_at($day) AS headline
INNER JOIN live_upload AS upload USING (upload_id)
ORDER BY headline.force, headline.kind;
