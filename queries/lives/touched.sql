-- Whose lives are not told as the live uploads have it? Laid beside the uploads, and the reports meant, that they tell of.
-- An upload that goes takes with it what turns at its date, or was last listed by it; one that comes turns what it tells
-- otherwise, or leaves out. Where several speak for a force on one date, or a report comes to mean another, all of the
-- force is told again.
-- One row per force (item_key NULL) or item (its key as written) to be told again.
-- Needs: live_upload.
WITH live AS (
    SELECT
        upload_id,
        as_of
    FROM live_upload
    WHERE export_type = 'items'
),

told AS (
    SELECT
        spans_tell.upload_id,
        upload.as_of
    FROM spans_tell
    INNER JOIN upload USING (upload_id)
),

gone AS (
    SELECT told.*
    FROM told
    ANTI JOIN live USING (upload_id)
),

come AS (
    SELECT live.*
    FROM live
    ANTI JOIN told USING (upload_id)
),

gone_for AS (
    SELECT DISTINCT
        gone.upload_id,
        gone.as_of,
        coverage.force
    FROM gone
    INNER JOIN coverage USING (upload_id)
),

come_for AS (
    SELECT DISTINCT
        come.upload_id,
        come.as_of,
        coverage.force
    FROM come
    INNER JOIN coverage USING (upload_id)
),

changed_for AS (
    SELECT * FROM gone_for
    UNION ALL
    SELECT * FROM come_for
),

beside AS (
    SELECT * FROM live
    UNION
    SELECT * FROM told
),

of_one_date AS (
    SELECT DISTINCT changed_for.force
    FROM changed_for
    INNER JOIN beside
        ON changed_for.as_of = beside.as_of
        AND changed_for.upload_id <> beside.upload_id
    INNER JOIN coverage
        ON beside.upload_id = coverage.upload_id
        AND changed_for.force = coverage.force
),

meant AS (
    SELECT
        report_id,
        meant_id
    FROM report_meant
    WHERE report_id <> meant_id
),

meaning_changed AS (
    SELECT meant.report_id
    FROM meant
    ANTI JOIN spans_tell USING (report_id, meant_id)
    UNION
    SELECT spans_tell.report_id
    FROM spans_tell
    ANTI JOIN meant USING (report_id, meant_id)
    WHERE spans_tell.report_id IS NOT NULL
),

of_report AS (
    SELECT DISTINCT item_said.force
    FROM item_said
    SEMI JOIN meaning_changed USING (report_id)
),

whole AS (
    SELECT force FROM of_one_date
    UNION
    SELECT force FROM of_report
),

turned_by_gone AS (
    SELECT item_span.said_id
    FROM item_span
    INNER JOIN gone_for
        ON item_span.force = gone_for.force
        AND (
            item_span.from_day = gone_for.as_of
            OR item_span.to_day = gone_for.as_of
            OR item_span.told_by = gone_for.upload_id
        )
),

-- Of the spans only those that last beyond the first date that comes: what had ended by then is not turned by it.
lasting AS (
    SELECT *
    FROM item_span
    WHERE to_day IS NULL OR to_day > (SELECT min(as_of) FROM come)
),

come_row AS (
    SELECT
        told_item.item_key,
        told_item.said_id,
        told_item.as_of,
        told_item.upload_id
    FROM told_item
    INNER JOIN come USING (upload_id)
    WHERE  -- few, of all rows: so that only what they say is read of what was ever said
        told_item.upload_id >= (SELECT min(one.upload_id) FROM come AS one)
        AND told_item.upload_id <= (SELECT max(other.upload_id) FROM come AS other)
),

turned_by_come AS (
    SELECT come_row.said_id
    FROM come_row
    LEFT JOIN lasting
        ON come_row.item_key = lasting.item_key
        AND come_row.as_of >= lasting.from_day
        AND (lasting.to_day IS NULL OR come_row.as_of < lasting.to_day)
    WHERE
        lasting.said_id IS NULL
        OR NOT lasting.listed
        OR lasting.said_id <> come_row.said_id
    UNION ALL
    SELECT come_row.said_id
    FROM come_row
    INNER JOIN lasting
        ON come_row.item_key = lasting.item_key
        AND come_row.as_of > lasting.told_on
        AND come_row.as_of < lasting.from_day
),

left_out AS (
    SELECT lasting.said_id
    FROM lasting
    INNER JOIN come
        ON lasting.from_day <= come.as_of
        AND (lasting.to_day IS NULL OR lasting.to_day > come.as_of)
    INNER JOIN told_coverage
        ON come.upload_id = told_coverage.upload_id
        AND lasting.force = told_coverage.force
        AND lasting.kind = told_coverage.kind
        AND (told_coverage.report_id IS NULL OR lasting.report_id = told_coverage.report_id)
    ANTI JOIN come_row
        ON come.upload_id = come_row.upload_id
        AND lasting.item_key = come_row.item_key
    WHERE lasting.listed
),

turned AS (
    SELECT said_id FROM turned_by_gone
    UNION
    SELECT said_id FROM turned_by_come
    UNION
    SELECT said_id FROM left_out
),

-- Out of one list, which DuckDB takes to be short: so that only these are read of what was ever said.
few AS (
    SELECT unnest(list(said_id)) AS said_id FROM turned
),

final AS (
    SELECT
        force,
        NULL AS item_key
    FROM whole
    UNION ALL
    SELECT DISTINCT
        item_said.force,
        item_said.item_key
    FROM few
    INNER JOIN item_said USING (said_id)
    ANTI JOIN whole USING (force)
)

SELECT * FROM final;
