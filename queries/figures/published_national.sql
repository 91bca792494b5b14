-- Which national averages were published, and when? The latest live one of each date.
-- Parameters: day.
-- One row per kind and date at or before the day.
-- Needs: live_upload.
SELECT
    national_average.kind,
    live_upload.as_of,
    max_by(national_average.average, live_upload.upload_id) AS average,
    max_by(live_upload.file_name, live_upload.upload_id) AS file_name
FROM national_average
INNER JOIN live_upload USING (upload_id)
WHERE
    national_average.grade IS NULL
    AND live_upload.as_of <= $day
GROUP BY national_average.kind, live_upload.as_of
ORDER BY live_upload.as_of DESC, national_average.kind ASC;
