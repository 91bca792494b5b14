-- Every item known at a date, with what the latest live upload at or before that date says of it (rule 5).
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- upload_id, as_of: the last upload that lists it; decided_on: the date of the one that decides.
-- first_held_on: the date of the first live upload that lists it. first_report_id, first_published: the report, and the
-- publication, under which it was first held; a reissue makes nothing younger.
-- ever_left: a live upload by then says that it left otherwise (superseded, no longer for the force).
-- A deadline that counts from publication ("immediately", "within three months") counts from that first one, which
-- deadline_since_first then says: as many months (or years) after it as the file's own deadline lies after the file's
-- own publication date, else as many days. Both are what reading the words with the first date would give.
-- Parameters: day.
-- One row per item.
-- Builds on: cell_at.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
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
),

told AS (
    SELECT
        item_said.* REPLACE (standing.item_key AS item_key, standing.report_id AS report_id),
        if(standing.listed, standing.decided_by, standing.told_by) AS upload_id,
        if(standing.listed, standing.decided_on, standing.told_on) AS as_of,
        standing.decided_on,
        standing.listed,
        standing.counts,
        standing.first_held_on,
        standing.first_report_id,
        standing.first_published,
        standing.ever_left,
        coalesce(
            item_said.report_published <> standing.first_published
            AND item_said.deadline_on IS NOT NULL
            AND (
                item_said.deadline_basis = 'immediately'
                OR (
                    item_said.deadline_basis = 'worked out'
                    AND regexp_matches(item_said.deadline, 'day|week|month|year', 'i')
                )
            ), FALSE
        ) AS deadline_since_first
    FROM standing
    INNER JOIN item_said USING (said_id)
)

SELECT
    * REPLACE (
        CASE
            WHEN NOT deadline_since_first THEN deadline_on
            WHEN regexp_matches(deadline, 'month|year', 'i')
                THEN (first_published + to_months(date_diff('month', report_published, deadline_on)::INTEGER))::DATE
            ELSE first_published + (deadline_on - report_published)::INTEGER
        END AS deadline_on
    )
FROM told;
