-- How do items come to count as open, cease to, or move between kinds? Told for all dates at once.
-- A record holds from its export's date until the item's next record or the next export that speaks for its force, kind
-- and report, whichever comes first: at every date that is what item_at gives.
-- Parameters: only_left. TRUE tells the flows of those items alone of which an export ever said that they left otherwise:
-- few, so that what needs no more than how they left is found fast.
-- One row per item and flow, of the kind that gains or loses it: opened, closed, left (superseded, not for the force, or
-- addressed elsewhere), moved in, moved out.
-- Builds on: live_upload, told_coverage, told_item.
CREATE OR REPLACE MACRO flow_of_items(only_left) AS TABLE
WITH date_of_several AS (
    SELECT as_of
    FROM live_upload
    WHERE export_type = 'items'
    GROUP BY as_of
    HAVING count(*) > 1
),

last_of_its_date AS (
    SELECT
        item_key,
        as_of,
        max(place) AS place
    FROM told_item
    WHERE as_of IN (SELECT as_of FROM date_of_several)
    GROUP BY item_key, as_of
),

ever_left AS (
    SELECT DISTINCT item_key
    FROM told_item
    WHERE
        only_left
        AND (status IN ('superseded', 'not for the force') OR addressed_elsewhere)
),

told AS (
    SELECT
        told_item.item_key,
        told_item.force,
        told_item.kind,
        told_item.report_id,
        told_item.place,
        told_item.as_of,
        told_item.status IN ('open', 'in progress', 'awaiting sign-off') AND NOT told_item.addressed_elsewhere
            AS counting,
        told_item.status IN ('superseded', 'not for the force') OR told_item.addressed_elsewhere AS gone_otherwise
    FROM told_item
    ANTI JOIN last_of_its_date AS later
        ON told_item.item_key = later.item_key
        AND told_item.as_of = later.as_of
        AND told_item.place < later.place
    WHERE
        NOT only_left
        OR told_item.item_key IN (SELECT item_key FROM ever_left)
),

covered AS (
    SELECT
        told_coverage.force,
        told_coverage.kind,
        told_coverage.report_id,
        live_upload.place,
        live_upload.as_of
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
),

of_all_reports AS (
    SELECT * FROM covered WHERE report_id IS NULL
),

of_its_report AS (
    SELECT * FROM covered WHERE report_id IS NOT NULL
),

cell AS (
    SELECT DISTINCT force, kind, report_id, place FROM told
),

decided AS (
    SELECT
        cell.*,
        least(of_all_reports.as_of, of_its_report.as_of) AS next_export
    FROM cell
    ASOF LEFT JOIN of_all_reports
        ON cell.force = of_all_reports.force
        AND cell.kind = of_all_reports.kind
        AND cell.place < of_all_reports.place
    ASOF LEFT JOIN of_its_report
        ON cell.force = of_its_report.force
        AND cell.kind = of_its_report.kind
        AND cell.report_id = of_its_report.report_id
        AND cell.place < of_its_report.place
),

-- What an export of the same date leaves out again holds at no date: it counts nowhere and ends what was before it.
held AS (
    SELECT
        told.item_key,
        told.force,
        told.kind,
        told.as_of,
        decided.next_export,
        told.counting AND (told.as_of IS DISTINCT FROM decided.next_export) AS counting,
        told.gone_otherwise AND (told.as_of IS DISTINCT FROM decided.next_export) AS gone_otherwise
    FROM told
    INNER JOIN decided USING (force, kind, report_id, place)
),

beside AS (
    SELECT
        item_key,
        force,
        kind,
        as_of,
        counting,
        next_export,
        lag(counting) OVER by_item AND coalesce(as_of <= lag(next_export) OVER by_item, TRUE) AS counted_before,
        lag(kind) OVER by_item AS kind_before,
        lead(as_of) OVER by_item AS next_word,
        lead(counting) OVER by_item AS counts_after,
        lead(gone_otherwise) OVER by_item AS gone_after
    FROM held
    WINDOW by_item AS (PARTITION BY item_key ORDER BY as_of)
),

counted AS MATERIALIZED (
    SELECT
        * EXCLUDE (next_word, next_export),
        least(next_word, next_export) AS ends,
        coalesce(next_word <= next_export, next_word IS NOT NULL) AS goes_on
    FROM beside
    WHERE counting
),

final AS (
    SELECT item_key, force, kind, as_of AS day, 'opened' AS flow FROM counted WHERE NOT coalesce(counted_before, FALSE)
    UNION ALL
    SELECT item_key, force, kind, as_of, 'moved in' AS flow FROM counted WHERE counted_before AND kind_before <> kind
    UNION ALL
    SELECT item_key, force, kind_before, as_of, 'moved out' AS flow FROM counted
    WHERE counted_before AND kind_before <> kind
    UNION ALL
    SELECT item_key, force, kind, ends, if(goes_on AND gone_after, 'left', 'closed') AS flow FROM counted
    WHERE ends IS NOT NULL AND NOT (goes_on AND counts_after)
)

SELECT * FROM final;
