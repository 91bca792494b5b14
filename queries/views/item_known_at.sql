-- Every item known at a date, found from the rows of the live uploads: what item_at gives from lives is held against it.
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- first_held_on: the date of the first live upload that lists it. first_report_id, first_published: the report, and the
-- publication, under which it was first held; a reissue makes nothing younger.
-- ever_left: a live upload by then says that it left otherwise (superseded, no longer for the force).
-- A deadline that counts from publication ("immediately", "within three months") counts from that first one, which
-- deadline_since_first then says: as many months (or years) after it as the file's own deadline lies after the file's
-- own publication date, else as many days. Both are what reading the words with the first date would give.
-- Parameters: day.
-- One row per item.
-- Builds on: item_record, live_upload, told_coverage, told_item.
CREATE OR REPLACE MACRO item_known_at(day) AS TABLE
WITH last_word AS (
    SELECT
        item_key,
        max(place) AS place,
        max(as_of) AS as_of,
        min(as_of) AS first_held_on,
        min_by(report_id, first_place) AS first_report_id,
        min_by(published_on, first_place) AS first_published,
        bool_or(status IN ('superseded', 'not for the force') OR addressed_elsewhere) AS ever_left,
        max_by(report_id, place) AS report_id,
        max_by(upload_id, place) AS upload_id,
        max_by(row_number, place) AS row_number
    FROM told_item
    WHERE as_of <= day
    GROUP BY item_key
),

record AS (
    SELECT
        item_record.* REPLACE (last_word.item_key AS item_key, last_word.report_id AS report_id),
        last_word.place,
        last_word.as_of,
        last_word.first_held_on,
        last_word.first_report_id,
        last_word.first_published,
        last_word.ever_left,
        item_record.report_published <> last_word.first_published
        AND item_record.deadline_on IS NOT NULL
        AND (
            item_record.deadline_basis = 'immediately'
            OR (
                item_record.deadline_basis = 'worked out'
                AND regexp_matches(item_record.deadline, 'day|week|month|year', 'i')
            )
        ) AS since_first
    FROM last_word
    INNER JOIN item_record USING (upload_id, row_number)
),

dated AS (
    SELECT
        * EXCLUDE (since_first) REPLACE (
            CASE
                WHEN NOT coalesce(since_first, FALSE) THEN deadline_on
                WHEN regexp_matches(deadline, 'month|year', 'i')
                    THEN (first_published + to_months(date_diff('month', report_published, deadline_on)::INTEGER))::DATE
                ELSE first_published + (deadline_on - report_published)::INTEGER
            END AS deadline_on
        ),
        coalesce(since_first, FALSE) AS deadline_since_first
    FROM record
),

covered AS (
    SELECT
        told_coverage.force,
        told_coverage.kind,
        told_coverage.report_id,
        max(live_upload.place) AS place
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of <= day
    GROUP BY told_coverage.force, told_coverage.kind, told_coverage.report_id
),

decided AS (
    SELECT
        dated.*,
        greatest(of_all_reports.place, of_its_report.place) AS deciding
    FROM dated
    LEFT JOIN covered AS of_all_reports
        ON dated.force = of_all_reports.force
        AND dated.kind = of_all_reports.kind
        AND of_all_reports.report_id IS NULL
    LEFT JOIN covered AS of_its_report
        ON dated.force = of_its_report.force
        AND dated.kind = of_its_report.kind
        AND dated.report_id = of_its_report.report_id
),

final AS (
    SELECT
        decided.* EXCLUDE (decided.place, decided.deciding),
        decided.place = decided.deciding AS listed,
        live_upload.as_of AS decided_on,
        decided.place = decided.deciding
        AND decided.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT decided.addressed_elsewhere AS counts
    FROM decided
    INNER JOIN live_upload ON decided.deciding = live_upload.place
)

SELECT * FROM final;
