-- How does every item known at a date stand, by what the live uploads until then say (rule 5)? Without what the file says
-- of it, which many questions do not ask and which lies apart.
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- upload_id, as_of: the last upload that lists it; decided_on: the date of the one that decides.
-- Parameters: day.
-- One row per item.
-- Builds on: cell_at.
CREATE OR REPLACE MACRO item_standing_at(day) AS TABLE
WITH standing AS (
    SELECT
        item_span.*,
        coalesce(of_its_report.place, 0) > coalesce(of_all_reports.place, 0) AS by_its_report,
        if(by_its_report, of_its_report.upload_id, of_all_reports.upload_id) AS decided_by,
        if(by_its_report, of_its_report.as_of, of_all_reports.as_of) AS decided_on
    FROM item_span
    LEFT JOIN cell_at(day) AS of_all_reports
        ON item_span.force = of_all_reports.force
        AND item_span.kind = of_all_reports.kind
        AND of_all_reports.report_id IS NULL
    LEFT JOIN cell_at(day) AS of_its_report
        ON item_span.force = of_its_report.force
        AND item_span.kind = of_its_report.kind
        AND item_span.report_id = of_its_report.report_id
    WHERE
        item_span.from_day <= day
        AND (item_span.to_day IS NULL OR day < item_span.to_day)
)

SELECT
    item_key,
    force,
    kind,
    report_id,
    said_id,
    if(listed, decided_by, told_by) AS upload_id,
    if(listed, decided_on, told_on) AS as_of,
    decided_on,
    listed,
    counts,
    first_held_on,
    first_report_id,
    first_published,
    ever_left,
    first_target,
    revisions
FROM standing;
