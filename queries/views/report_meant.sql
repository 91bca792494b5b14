-- Which report does each known report stand for? A title without a publication date means the one dated report of that
-- title that live uploads speak of; with none or several of them it stands for itself.
-- One row per report.
-- Builds on: item_record, live_upload.
CREATE OR REPLACE VIEW report_meant AS
WITH undated AS (
    SELECT
        title_key,
        force
    FROM report
    WHERE published IS NULL
),

namesake AS (
    SELECT
        report.report_id,
        report.title_key,
        report.force,
        report.published
    FROM report
    SEMI JOIN undated
        ON report.title_key = undated.title_key
        AND report.force IS NOT DISTINCT FROM undated.force
    WHERE report.published IS NOT NULL
),

told AS (
    SELECT DISTINCT item_record.report_id
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    WHERE item_record.report_id IN (SELECT report_id FROM namesake)  -- few: the others' records need not be read
),

dated AS (
    SELECT
        namesake.title_key,
        namesake.force,
        min(namesake.report_id) AS report_id,
        min(namesake.published) AS published,
        count(*) AS dates
    FROM namesake
    INNER JOIN told USING (report_id)
    GROUP BY namesake.title_key, namesake.force
)

SELECT
    report.report_id,
    if(report.published IS NULL AND dated.dates = 1, dated.report_id, report.report_id) AS meant_id,
    if(report.published IS NULL AND dated.dates = 1, dated.published, report.published) AS meant_published
FROM report
LEFT JOIN dated
    ON report.title_key = dated.title_key
    AND report.force IS NOT DISTINCT FROM dated.force;
