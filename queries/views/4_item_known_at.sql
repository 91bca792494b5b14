-- Every item known at a date, with what the latest live upload at or before that date says of it.
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- first_held_on: the date of the first live upload that lists it.
-- Parameters: day.
-- One row per item.
CREATE OR REPLACE MACRO item_known_at(day) AS TABLE
WITH last_word AS (
    SELECT
        item_key,
        max(place) AS place,
        max(as_of) AS as_of,
        min(as_of) AS first_held_on,
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
        last_word.first_held_on
    FROM last_word
    INNER JOIN item_record USING (upload_id, row_number)
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
        record.*,
        greatest(of_all_reports.place, of_its_report.place) AS deciding
    FROM record
    LEFT JOIN covered AS of_all_reports
        ON record.force = of_all_reports.force
        AND record.kind = of_all_reports.kind
        AND of_all_reports.report_id IS NULL
    LEFT JOIN covered AS of_its_report
        ON record.force = of_its_report.force
        AND record.kind = of_its_report.kind
        AND record.report_id = of_its_report.report_id
),

final AS (
    SELECT
        decided.* EXCLUDE (place, deciding),
        decided.place = decided.deciding AS listed,
        live_upload.as_of AS decided_on,
        decided.place = decided.deciding
        AND decided.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT decided.addressed_elsewhere AS counts
    FROM decided
    INNER JOIN live_upload ON decided.deciding = live_upload.place
)

SELECT * FROM final;
