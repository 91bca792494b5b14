-- What do the positions held say at a date, by force, kind and grade?
-- Parameters: day.
-- One row per force, kind and grade (NULL: the total).
-- Needs: live_upload.
SELECT
    position_cell.force,
    position_cell.kind,
    position_cell.grade,
    max_by(position_cell.open, live_upload.place) AS open
FROM position_cell
INNER JOIN live_upload USING (upload_id)
WHERE live_upload.as_of <= $day
GROUP BY position_cell.force, position_cell.kind, position_cell.grade;
