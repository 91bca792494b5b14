-- How many of a force's items opened, closed, left otherwise or moved between kinds at each export?
-- A record holds from its export's date until the item's next record or the next export that speaks for its kind and
-- report, whichever comes first; an item flows where such a stretch begins or ends without another that adjoins.
-- Parameters: force.
-- One row per kind and date at which items flow.
WITH told AS (
    SELECT
        kind,
        report_id,
        place,
        as_of,
        item_key AS identity,
        status IN ('open', 'in progress', 'awaiting sign-off') AND NOT addressed_elsewhere AS counting,
        status IN ('superseded', 'not for the force') OR addressed_elsewhere AS gone_otherwise
    FROM told_item
    WHERE force = $force
),

followed AS (
    SELECT
        *,
        lead(as_of) OVER (PARTITION BY identity ORDER BY place) AS next_word
    FROM told
),

covered AS (
    SELECT
        told_coverage.kind,
        told_coverage.report_id,
        live_upload.place,
        live_upload.as_of
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE told_coverage.force = $force
),

cell AS (
    SELECT DISTINCT kind, report_id, place FROM told
),

decided AS (
    SELECT
        cell.*,
        least(of_all_reports.as_of, of_its_report.as_of) AS next_export
    FROM cell
    ASOF LEFT JOIN (SELECT * FROM covered WHERE report_id IS NULL) AS of_all_reports
        ON cell.kind = of_all_reports.kind
        AND cell.place < of_all_reports.place
    ASOF LEFT JOIN (SELECT * FROM covered WHERE report_id IS NOT NULL) AS of_its_report
        ON cell.kind = of_its_report.kind
        AND cell.report_id = of_its_report.report_id
        AND cell.place < of_its_report.place
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
    INNER JOIN decided USING (kind, report_id, place)
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

counted AS MATERIALIZED (
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
