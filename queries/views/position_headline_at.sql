-- Open counts that the positions held give at a date.
-- Parameters: day.
-- One row per force and kind.
-- Builds on: live_upload.
CREATE OR REPLACE MACRO position_headline_at(day) AS TABLE
SELECT
    position_cell.force,
    position_cell.kind,
    max_by(position_cell.open, live_upload.place) AS open,
    max(live_upload.as_of) AS as_of,
    max_by(live_upload.upload_id, live_upload.place) AS upload_id
FROM position_cell
INNER JOIN live_upload USING (upload_id)
WHERE
    live_upload.as_of <= day
    AND position_cell.grade IS NULL
GROUP BY position_cell.force, position_cell.kind;
