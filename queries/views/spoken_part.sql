-- The parts for which live uploads speak: of items a force, kind and report ('all': all reports), of positions a force,
-- kind and grade ('all': the total), and the published national averages by kind and grade.
-- One row per live upload and part as its export has it: a part stands twice where two of its reports mean the same.
-- Builds on: live_upload, told_coverage.
CREATE OR REPLACE VIEW spoken_part AS
WITH part AS (
    SELECT
        upload_id,
        force,
        kind,
        coalesce(report_id::VARCHAR, 'all') AS detail
    FROM told_coverage
    UNION ALL
    SELECT
        upload_id,
        force,
        kind,
        coalesce(grade, 'all') AS detail
    FROM position_cell
    UNION ALL
    SELECT
        upload_id,
        'National average' AS force,
        kind,
        coalesce(grade, 'all') AS detail
    FROM national_average
)

SELECT
    part.*,
    live_upload.export_type,
    live_upload.as_of,
    live_upload.place
FROM part
INNER JOIN live_upload USING (upload_id);
