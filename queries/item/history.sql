-- What did every export that speaks for an item say of it, from the first that lists it?
-- Each export has a row for every kind and report that the item was ever in; "listed" says where it lists the item.
-- Parameters: item_key, day.
-- One row per export and place of the item.
-- Needs: live_upload.
WITH record AS (
    SELECT *
    FROM told_item
    WHERE
        item_key = $item_key
        AND force = split_part($item_key, '|', 1)  -- with which each key begins: other forces' contents are not read
        AND as_of <= $day
),

place AS (
    SELECT DISTINCT force, kind, report_id FROM record
),

covering AS (
    SELECT DISTINCT
        place.kind,
        place.report_id,
        live_upload.upload_id,
        live_upload.as_of,
        live_upload.file_name
    FROM place
    INNER JOIN told_coverage
        ON place.force = told_coverage.force
        AND place.kind = told_coverage.kind
        AND (told_coverage.report_id IS NULL OR place.report_id = told_coverage.report_id)
    INNER JOIN live_upload ON told_coverage.upload_id = live_upload.upload_id
    WHERE live_upload.as_of BETWEEN (SELECT min(as_of) FROM record) AND $day
)

SELECT
    covering.upload_id,
    covering.as_of,
    covering.file_name,
    covering.kind,
    covering.report_id,
    report.title AS report,
    report.published AS report_published,
    coalesce(record.report_published, report.published) AS published,
    record.item_key IS NOT NULL AS listed,
    record.reference,
    record.number,
    coalesce(record.addressed_elsewhere, FALSE) AS addressed_elsewhere,
    record.grade,
    record.status,
    record.status_written,
    record.target_date,
    record.deadline,
    record.lead,
    record.addressee,
    record.text,
    record.overdue_reason,
    record.steps_to_green,
    record.cause_of_concern
FROM covering
INNER JOIN report USING (report_id)
LEFT JOIN record USING (upload_id, kind, report_id)
ORDER BY covering.as_of, covering.upload_id, listed;
