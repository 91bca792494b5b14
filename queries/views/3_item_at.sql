-- Every item known at a date, with what the latest live upload at or before that date says of it.
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- Parameters: day.
-- One row per item.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
WITH told AS (
    SELECT
        item_record.upload_id,
        item_record.row_number,
        report_meant.meant_id,
        live_upload.as_of,
        if(
            item_record.reference IS NULL,
            concat(item_record.item_key, '|', report_meant.meant_id),
            item_record.item_key
        ) AS item_key
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    INNER JOIN report_meant USING (report_id)
    WHERE live_upload.as_of <= day
),

last_word AS (
    SELECT
        item_key,
        max_by(upload_id, (as_of, upload_id)) AS upload_id,
        max_by(row_number, (as_of, upload_id)) AS row_number,
        max_by(meant_id, (as_of, upload_id)) AS meant_id,
        max(as_of) AS as_of
    FROM told
    GROUP BY item_key
),

record AS (
    SELECT
        item_record.* REPLACE (last_word.item_key AS item_key, last_word.meant_id AS report_id),
        last_word.as_of
    FROM last_word
    INNER JOIN item_record USING (upload_id, row_number)
),

cell AS (
    SELECT DISTINCT force, kind, report_id FROM record
),

covered AS (
    SELECT
        coverage.upload_id,
        coverage.force,
        coverage.kind,
        report_meant.meant_id AS report_id
    FROM coverage
    LEFT JOIN report_meant USING (report_id)
),

deciding AS (
    SELECT
        cell.force,
        cell.kind,
        cell.report_id,
        max_by(live_upload.upload_id, (live_upload.as_of, live_upload.upload_id)) AS upload_id,
        max(live_upload.as_of) AS as_of
    FROM cell
    INNER JOIN covered
        ON cell.force = covered.force
        AND cell.kind = covered.kind
        AND (covered.report_id IS NULL OR covered.report_id = cell.report_id)
    INNER JOIN live_upload ON covered.upload_id = live_upload.upload_id
    WHERE live_upload.as_of <= day
    GROUP BY cell.force, cell.kind, cell.report_id
),

final AS (
    SELECT
        record.*,
        record.upload_id = deciding.upload_id AS listed,
        deciding.as_of AS decided_on,
        record.upload_id = deciding.upload_id
        AND record.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT record.addressed_elsewhere AS counts
    FROM record
    INNER JOIN deciding USING (force, kind, report_id)
)

SELECT * FROM final;
