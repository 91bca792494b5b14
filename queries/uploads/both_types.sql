-- Are both items and positions held of one date? Mostly not, and then nothing can be told differently there.
-- Parameters: day.
-- One row.
-- Needs: live_upload.
SELECT count(DISTINCT export_type) > 1 AS both_held
FROM live_upload
WHERE as_of = $day;
