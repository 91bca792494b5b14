-- Which open counts of a force and kind were last told, by each type of export, at a date?
-- Items tell one only where an export of all reports is held; how many are open then is known from the state at the date.
-- Parameters: day.
-- One row per force, kind and type of export.
-- Needs: live_upload.
WITH items AS (
    SELECT
        coverage.force,
        coverage.kind,
        'items' AS source,
        NULL::INTEGER AS open,
        max(live_upload.as_of) AS as_of
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE live_upload.as_of <= $day
    GROUP BY coverage.force, coverage.kind
    HAVING bool_or(coverage.report_id IS NULL)
),

positions AS (
    SELECT
        force,
        kind,
        'positions' AS source,
        open,
        as_of
    FROM position_headline_at($day)
),

final AS (
    FROM items
    UNION ALL BY NAME
    FROM positions
)

SELECT * FROM final;
