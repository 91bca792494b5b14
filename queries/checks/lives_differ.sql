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
        told_item.kind,
        told_item.report_id
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
    WHERE
        told_item.place = greatest(of_all_reports.place, of_its_report.place)
        -- Few, of all rows: so that only what they say is read of what was ever said.
        AND told_item.upload_id >= (SELECT min(one.upload_id) FROM deciding AS one)
        AND told_item.upload_id <= (SELECT max(other.upload_id) FROM deciding AS other)
),

lasting AS (
    SELECT *
    FROM item_span
    WHERE to_day IS NULL OR to_day > (SELECT min(day) FROM at_date)
),

standing AS (
    SELECT
        at_date.day,
        lasting.item_key,
        lasting.said_id,
        lasting.kind,
        lasting.report_id,
        lasting.listed
    FROM at_date
    INNER JOIN lasting
        ON at_date.day >= lasting.from_day
        AND (lasting.to_day IS NULL OR at_date.day < lasting.to_day)
)

-- An item that moved to another kind or report is told there, whatever still lists it where it was.
SELECT
    decided_row.day::VARCHAR AS day,
    decided_row.item_key
FROM decided_row
ANTI JOIN standing
    ON decided_row.day = standing.day
    AND decided_row.item_key = standing.item_key
    AND (
        (standing.listed AND decided_row.said_id = standing.said_id)
        OR decided_row.kind <> standing.kind
        OR decided_row.report_id <> standing.report_id
    )
UNION ALL
SELECT
    standing.day::VARCHAR AS day,
    standing.item_key
FROM standing
ANTI JOIN decided_row USING (day, item_key, said_id)
WHERE standing.listed;
