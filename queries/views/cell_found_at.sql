-- Which upload decides at a date for each force and kind, by report or (report_id NULL) for all reports?
-- Parameters: day.
-- One row per force, kind and report (or all) for which an items upload speaks by then.
-- Builds on: live_upload, told_coverage.
CREATE OR REPLACE MACRO cell_found_at(day) AS TABLE
SELECT
    told_coverage.force,
    told_coverage.kind,
    told_coverage.report_id,
    max(live_upload.place) AS place,
    max(live_upload.as_of) AS as_of,
    max_by(live_upload.upload_id, live_upload.place) AS upload_id
FROM told_coverage
INNER JOIN live_upload USING (upload_id)
WHERE live_upload.as_of <= day
GROUP BY told_coverage.force, told_coverage.kind, told_coverage.report_id;
