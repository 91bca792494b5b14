-- What is the headline figure of some forces, by kind, from each date at which it may change until the next?
-- Parameters: forces, day.
-- One row per force, kind and date (day) at or before the day at which an export speaks for them or their count changes.
-- Needs: headline_step.
SELECT
    step.* EXCLUDE (step.next_day),
    upload.file_name,
    upload.committed_at
FROM headline_step AS step
INNER JOIN live_upload AS upload USING (upload_id)
WHERE
    step.force IN (SELECT unnest($forces))
    AND step.day <= $day
ORDER BY step.day, step.force, step.kind;
