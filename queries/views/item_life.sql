-- How does every item stand, from each date at which that changes until the next, by what the live uploads say (rule 5)?
-- An item is listed from the date of the upload that says so until its next word or until an upload that speaks for its
-- force, kind and report leaves it out, whichever comes first. What an export of the same date leaves out again holds at
-- no date, but was said.
-- Revisions are changes between successive uploads that give a target date: none to a date is no revision; A, B, A are two.
-- Parameters: forces, keys. Lists: the items of those forces and of those keys (as written) alone. NULL for both: all.
-- One row per item and span of dates.
-- Builds on: live_upload, told_coverage, told_said.
CREATE OR REPLACE MACRO item_life(forces, keys) AS TABLE -- noqa: CP05
WITH asked AS (
    SELECT said_id
    FROM item_said
    WHERE
        (forces IS NULL AND keys IS NULL)
        OR force IN (SELECT unnest(forces::VARCHAR[]))
        OR item_key IN (SELECT unnest(keys::VARCHAR[]))
),

-- item and cell: a number for each item, and for each force, kind and report. Of the rows of ten years only numbers and
-- dates are then laid side by side; what they say is read of the few that turn anything.
content AS (
    SELECT
        told_said.said_id,
        told_said.item_key,
        told_said.force,
        told_said.kind,
        told_said.report_id,
        told_said.published_on,
        told_said.target_date,
        told_said.status IN ('superseded', 'not for the force') OR told_said.addressed_elsewhere AS gone,
        told_said.status IN ('open', 'in progress', 'awaiting sign-off') AND NOT told_said.addressed_elsewhere
            AS counting,
        min(told_said.said_id) OVER (PARTITION BY told_said.item_key) AS item,
        min(told_said.said_id) OVER (PARTITION BY told_said.force, told_said.kind, told_said.report_id) AS cell
    FROM told_said
    SEMI JOIN asked USING (said_id)
),

word AS (
    SELECT
        content.item,
        content.cell,
        content.said_id,
        content.report_id,
        live_upload.upload_id,
        live_upload.as_of,
        live_upload.place,
        live_upload.first_place
    FROM item_row
    INNER JOIN content USING (said_id)
    INNER JOIN live_upload USING (upload_id)
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

cell_told AS (
    SELECT DISTINCT cell, place FROM word
),

decided AS (
    SELECT
        told.cell,
        told.place,
        least(of_all_reports.as_of, of_its_report.as_of) AS next_export
    FROM cell_told AS told
    INNER JOIN content ON told.cell = content.said_id
    ASOF LEFT JOIN of_all_reports
        ON content.force = of_all_reports.force
        AND content.kind = of_all_reports.kind
        AND told.place < of_all_reports.place
    ASOF LEFT JOIN of_its_report
        ON content.force = of_its_report.force
        AND content.kind = of_its_report.kind
        AND content.report_id = of_its_report.report_id
        AND told.place < of_its_report.place
),

-- A word that repeats the one before it, in the very next export that could, and is repeated so by the next, turns nothing.
beside AS (
    SELECT
        word.* EXCLUDE (word.report_id),
        decided.next_export,
        lead(word.as_of) OVER by_item AS next_word,
        lead(word.said_id) OVER by_item AS next_said,
        lag(word.as_of) OVER by_item AS word_before,
        lag(word.said_id) OVER by_item AS said_before,
        lag(decided.next_export) OVER by_item AS next_export_before
    FROM word
    INNER JOIN decided USING (cell, place)
    WINDOW by_item AS (PARTITION BY word.item ORDER BY word.place)
),

first_said AS (
    SELECT
        item,
        min(as_of) AS first_held_on,
        min_by(report_id, first_place) AS first_report_id
    FROM word
    GROUP BY item
),

telling AS (
    SELECT
        beside.*,
        content.kind,
        content.target_date,
        content.counting,
        first_said.first_held_on,
        first_said.first_report_id,
        min_by(content.published_on, beside.first_place) OVER so_far AS first_published,
        bool_or(content.gone) OVER so_far AS ever_left,
        first_value(content.target_date IGNORE NULLS) OVER so_far AS first_target,
        last_value(content.target_date IGNORE NULLS) OVER until_before AS target_before
    FROM beside
    INNER JOIN content USING (said_id)
    INNER JOIN first_said ON beside.item = first_said.item
    WHERE
        (
            beside.word_before < beside.as_of
            AND beside.said_before = beside.said_id
            AND beside.next_export_before = beside.as_of
        ) IS DISTINCT FROM TRUE
        OR (
            beside.as_of < beside.next_word
            AND beside.said_id = beside.next_said
            AND beside.next_export = beside.next_word
        ) IS DISTINCT FROM TRUE
    WINDOW
        so_far AS (
            PARTITION BY beside.item
            ORDER BY beside.place
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ),
        until_before AS (
            PARTITION BY beside.item
            ORDER BY beside.place
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
),

revised AS (
    SELECT
        *,
        count(*) FILTER (WHERE target_before <> target_date) OVER (
            PARTITION BY item
            ORDER BY place
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS revisions
    FROM telling
),

last_of_its_date AS (
    SELECT * FROM revised WHERE next_word IS DISTINCT FROM as_of
),

standing AS (
    SELECT
        *,
        as_of AS from_day,
        (next_export IS DISTINCT FROM as_of) AS listed
    FROM last_of_its_date
    UNION ALL
    SELECT
        *,
        next_export AS from_day,
        FALSE AS listed
    FROM last_of_its_date
    WHERE
        next_export > as_of
        AND (next_word IS NULL OR next_export < next_word)
),

told AS (
    SELECT
        item,
        kind,
        said_id,
        from_day,
        listed,
        listed AND counting AS counts,
        if(listed, NULL, upload_id) AS told_by,
        if(listed, NULL, as_of) AS told_on,
        first_held_on,
        first_report_id,
        first_published,
        ever_left,
        first_target,
        revisions
    FROM standing
),

changed AS (
    SELECT *
    FROM told
    WINDOW by_item AS (PARTITION BY item ORDER BY from_day)
    QUALIFY
        lag(said_id) OVER by_item IS DISTINCT FROM said_id
        OR lag(listed) OVER by_item IS DISTINCT FROM listed
        OR lag(told_by) OVER by_item IS DISTINCT FROM told_by
        OR lag(first_published) OVER by_item IS DISTINCT FROM first_published
        OR lag(ever_left) OVER by_item IS DISTINCT FROM ever_left
        OR lag(first_target) OVER by_item IS DISTINCT FROM first_target
        OR lag(revisions) OVER by_item IS DISTINCT FROM revisions
),

spanned AS (
    SELECT
        *,
        lead(from_day) OVER by_item AS to_day,
        coalesce(lag(counts) OVER by_item, FALSE) AS counted_before,
        lag(kind) OVER by_item AS kind_before
    FROM changed
    WINDOW by_item AS (PARTITION BY item ORDER BY from_day)
)

SELECT
    content.item_key,
    content.force,
    content.kind,
    content.report_id,
    spanned.said_id,
    spanned.from_day,
    spanned.to_day,
    spanned.listed,
    spanned.counts,
    spanned.told_by,
    spanned.told_on,
    spanned.first_held_on,
    spanned.first_report_id,
    spanned.first_published,
    spanned.ever_left,
    spanned.first_target,
    spanned.revisions::INTEGER AS revisions,
    spanned.counted_before,
    spanned.kind_before
FROM spanned
INNER JOIN content USING (said_id);
