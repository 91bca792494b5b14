-- What items uploads speak for, by the report that is meant; report_id NULL stands for all reports.
-- One row per upload, force, kind and report (or all).
-- Builds on: report_meant.
CREATE OR REPLACE VIEW told_coverage AS
SELECT coverage.* REPLACE (report_meant.meant_id AS report_id)
FROM coverage
LEFT JOIN report_meant USING (report_id);
