-- On which dates does an items export speak for a force's kinds, and for all their reports?
-- Parameters: force, day.
-- One row per kind and date at or before the day, in order.
-- Needs: live_upload.
SELECT
    coverage.kind,
    live_upload.as_of,
    bool_or(coverage.report_id IS NULL) AS complete
FROM coverage
INNER JOIN live_upload USING (upload_id)
WHERE
    coverage.force = $force
    AND live_upload.as_of <= $day
GROUP BY coverage.kind, live_upload.as_of
ORDER BY live_upload.as_of, coverage.kind;
