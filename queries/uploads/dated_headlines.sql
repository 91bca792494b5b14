-- What is the headline figure of every force and kind, from each date at which it may change until the next?
-- One row per force, kind and date (day) at which an export speaks for them or their count changes.
-- Needs: live_upload.
SELECT
    step.* EXCLUDE (step.next_day),
    upload.file_name,
    upload.committed_at
FROM headline_step('-infinity'::DATE) AS step
INNER JOIN live_upload AS upload USING (upload_id)
ORDER BY step.day, step.force, step.kind;
