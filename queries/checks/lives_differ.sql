-- What items' lives say at a date must be what the rows of the uploads say that decide there: at the latest date, and at
-- that of the upload which was acted on last.
-- Needs: live_upload.
WITH at_date AS (
    SELECT max(as_of) AS day FROM live_upload
    UNION
    SELECT upload.as_of AS day
    FROM upload
    WHERE upload.upload_id = (SELECT max_by(action_log.upload_id, action_log.action_id) FROM action_log)
),

covered AS (
    SELECT
        at_date.day,
        told_coverage.force,
        told_coverage.kind,
        told_coverage.report_id,
        max(live_upload.place) AS place
    FROM at_date
    INNER JOIN live_upload ON at_date.day >= live_upload.as_of
    INNER JOIN told_coverage USING (upload_id)
    GROUP BY ALL
),

deciding AS (
    SELECT DISTINCT
        covered.day,
        live_upload.upload_id
    FROM covered
    INNER JOIN live_upload USING (place)
),

decided_row AS (
    SELECT
        deciding.day,
        told_item.item_key,
        told_item.said_id,
        told_item.place
    FROM deciding
    INNER JOIN told_item USING (upload_id)
    LEFT JOIN covered AS of_all_reports
        ON deciding.day = of_all_reports.day
        AND told_item.force = of_all_reports.force
        AND told_item.kind = of_all_reports.kind
        AND of_all_reports.report_id IS NULL
    LEFT JOIN covered AS of_its_report
        ON deciding.day = of_its_report.day
        AND told_item.force = of_its_report.force
        AND told_item.kind = of_its_report.kind
        AND told_item.report_id = of_its_report.report_id
    WHERE told_item.place = greatest(of_all_reports.place, of_its_report.place)
),

listed AS (
    SELECT
        at_date.day,
        item_span.item_key,
        item_span.said_id
    FROM at_date
    INNER JOIN item_span
        ON at_date.day >= item_span.from_day
        AND (item_span.to_day IS NULL OR at_date.day < item_span.to_day)
    WHERE item_span.listed
),

not_listed AS (
    SELECT decided_row.*
    FROM decided_row
    ANTI JOIN listed USING (day, item_key, said_id)
),

not_decided AS (
    SELECT listed.*
    FROM listed
    ANTI JOIN decided_row USING (day, item_key, said_id)
)

-- An item that moved to another kind or report is told there, whatever still lists it where it was.
SELECT
    not_listed.day,
    not_listed.item_key
FROM not_listed
ANTI JOIN told_item AS later
    ON not_listed.item_key = later.item_key
    AND not_listed.place < later.place
    AND not_listed.day >= later.as_of
UNION ALL
SELECT
    not_decided.day,
    not_decided.item_key
FROM not_decided;
