-- Every item known at a date, with what the latest live upload at or before that date says of it.
-- An item counts as open when the upload that decides for its force, kind and report still lists it, with a status
-- that counts, and not for another body alone. A later upload that covers the cell and leaves it out closes it.
-- Parameters: day.
-- One row per item.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
WITH last_word AS (
    SELECT
        item_record.item_key,
        max_by(item_record.upload_id, (live_upload.as_of, live_upload.upload_id)) AS upload_id
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of <= day
    GROUP BY item_record.item_key
),

record AS (
    SELECT
        item_record.*,
        upload.as_of
    FROM last_word
    INNER JOIN item_record USING (item_key, upload_id)
    INNER JOIN upload USING (upload_id)
),

cell AS (
    SELECT DISTINCT force, kind, report_id FROM record
),

deciding AS (
    SELECT
        cell.force,
        cell.kind,
        cell.report_id,
        max_by(live_upload.upload_id, (live_upload.as_of, live_upload.upload_id)) AS upload_id,
        max(live_upload.as_of) AS as_of
    FROM cell
    INNER JOIN coverage
        ON cell.force = coverage.force
        AND cell.kind = coverage.kind
        AND (coverage.report_id IS NULL OR coverage.report_id = cell.report_id)
    INNER JOIN live_upload ON coverage.upload_id = live_upload.upload_id
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
