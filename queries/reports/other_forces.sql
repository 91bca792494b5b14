-- Which forces are known to have items of the shared reports open at a date, and which to have none?
-- A force speaks for a report when, since the earliest date, its exports covered every kind that the report has raised;
-- one whose open items are held but that leaves a kind out speaks for it as well. A report on one force is not asked.
-- Parameters: day, earliest.
-- One row per shared report and force that speaks for it.
-- Needs: cell_at($day).
WITH raised AS (
    SELECT DISTINCT
        item_span.report_id,
        item_span.kind
    FROM item_span
    INNER JOIN report USING (report_id)
    WHERE
        report.force IS NULL
        AND report.report_id <> 0
        AND item_span.from_day <= $day
),

kinds_raised AS (
    SELECT
        report_id,
        count(*) AS kinds
    FROM raised
    GROUP BY report_id
),

spoken AS (
    SELECT
        told_coverage.force,
        told_coverage.kind,
        told_coverage.report_id,
        max(live_upload.as_of) AS as_of
    FROM told_coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of BETWEEN $earliest AND $day
    GROUP BY ALL
),

spoken_for AS (
    SELECT
        raised.report_id,
        spoken.force,
        count(DISTINCT raised.kind) AS kinds,
        max(spoken.as_of) AS as_of
    FROM spoken
    INNER JOIN raised
        ON spoken.kind = raised.kind
        AND (spoken.report_id IS NULL OR spoken.report_id = raised.report_id)
    GROUP BY raised.report_id, spoken.force
),

counted AS (
    SELECT
        report_id,
        force,
        count(*) AS open
    FROM item_standing_at($day)
    WHERE
        counts
        AND decided_on >= $earliest
    GROUP BY report_id, force
)

SELECT
    spoken_for.report_id,
    spoken_for.force,
    coalesce(counted.open, 0) AS open,
    spoken_for.as_of
FROM spoken_for
INNER JOIN kinds_raised USING (report_id)
LEFT JOIN counted USING (report_id, force)
WHERE
    spoken_for.kinds = kinds_raised.kinds
    OR counted.open > 0
ORDER BY spoken_for.report_id, spoken_for.force;
