-- How many of a force's items opened, closed, left otherwise or moved between kinds at each export?
-- A record holds from its export's date until the item's next record or the next export that speaks for its kind and
-- report, whichever comes first; an item flows where such a stretch begins or ends without another that adjoins.
-- Parameters: force.
-- One row per kind and date at which items flow.
WITH told AS (
    SELECT
        item_record.kind,
        item_record.upload_id,
        report_meant.meant_id AS report_id,
        live_upload.as_of,
        if(
            item_record.reference IS NULL,
            concat(item_record.item_key, '|', report_meant.meant_id),
            item_record.item_key
        ) AS identity,
        item_record.status IN ('open', 'in progress', 'awaiting sign-off')
        AND NOT item_record.addressed_elsewhere AS counting,
        item_record.status IN ('superseded', 'not for the force') OR item_record.addressed_elsewhere AS gone_otherwise
    FROM item_record
    INNER JOIN live_upload USING (upload_id)
    INNER JOIN report_meant USING (report_id)
    WHERE item_record.force = $force
),

followed AS (
    SELECT
        *,
        lead(as_of) OVER (PARTITION BY identity ORDER BY as_of, upload_id) AS next_word
    FROM told
),

covered AS (
    SELECT
        coverage.upload_id,
        coverage.kind,
        report_meant.meant_id AS report_id
    FROM coverage
    LEFT JOIN report_meant USING (report_id)
    WHERE coverage.force = $force
),

cell AS (
    SELECT DISTINCT kind, report_id FROM told
),

covering AS (
    SELECT DISTINCT
        cell.kind,
        cell.report_id,
        live_upload.upload_id,
        live_upload.as_of
    FROM cell
    INNER JOIN covered
        ON cell.kind = covered.kind
        AND (covered.report_id IS NULL OR covered.report_id = cell.report_id)
    INNER JOIN live_upload ON covered.upload_id = live_upload.upload_id
),

decided AS (
    SELECT
        kind,
        report_id,
        upload_id,
        lead(as_of) OVER (PARTITION BY kind, report_id ORDER BY as_of, upload_id) AS next_export
    FROM covering
),

stretch AS (
    SELECT
        followed.identity,
        followed.kind,
        followed.counting,
        followed.gone_otherwise,
        followed.as_of AS starts,
        least(followed.next_word, decided.next_export) AS ends
    FROM followed
    INNER JOIN decided USING (kind, report_id, upload_id)
    WHERE followed.as_of IS DISTINCT FROM least(followed.next_word, decided.next_export)
),

placed AS (
    SELECT
        *,
        coalesce(lag(ends) OVER by_item = starts AND lag(counting) OVER by_item, FALSE) AS counted_before,
        lag(kind) OVER by_item AS kind_before,
        coalesce(lead(starts) OVER by_item = ends, FALSE) AS goes_on,
        lead(counting) OVER by_item AS counts_after,
        lead(gone_otherwise) OVER by_item AS gone_after
    FROM stretch
    WINDOW by_item AS (PARTITION BY identity ORDER BY starts)
),

counted AS (
    SELECT * FROM placed WHERE counting
),

flow AS (
    SELECT kind, starts AS day, 'opened' AS flow FROM counted WHERE NOT counted_before
    UNION ALL
    SELECT kind, starts, 'moved in' FROM counted WHERE counted_before AND kind_before <> kind
    UNION ALL
    SELECT kind_before, starts, 'moved out' FROM counted WHERE counted_before AND kind_before <> kind
    UNION ALL
    SELECT kind, ends, if(goes_on AND gone_after, 'left', 'closed') FROM counted
    WHERE ends IS NOT NULL AND NOT (goes_on AND counts_after)
)

SELECT
    kind,
    day,
    count(*) FILTER (WHERE flow = 'opened') AS opened,
    count(*) FILTER (WHERE flow = 'closed') AS closed,
    count(*) FILTER (WHERE flow = 'left') AS left_otherwise,
    count(*) FILTER (WHERE flow = 'moved in') AS moved_in,
    count(*) FILTER (WHERE flow = 'moved out') AS moved_out
FROM flow
GROUP BY kind, day
ORDER BY day, kind;
