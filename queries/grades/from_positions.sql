-- How do the open recommendations and AFIs of every force divide by grade, by the latest positions that give grades?
-- A total of 0 gives them too: none is open at any grade.
-- Parameters: day.
-- One row per force, kind and grade, also where none is open.
-- Needs: live_upload.
WITH told AS (
    SELECT
        position_cell.*,
        live_upload.as_of
    FROM position_cell
    INNER JOIN live_upload USING (upload_id)
    WHERE
        live_upload.as_of <= $day
        AND position_cell.kind <> 'cause_of_concern'
),

graded AS (
    SELECT
        force,
        kind,
        upload_id,
        as_of
    FROM told
    GROUP BY force, kind, upload_id, as_of
    HAVING
        count(grade) > 0
        OR max(open) = 0
),

latest AS (
    SELECT
        force,
        kind,
        max(as_of) AS as_of,
        max_by(upload_id, (as_of, upload_id)) AS upload_id
    FROM graded
    GROUP BY force, kind
),

level AS (
    SELECT unnest(['1', '2', '3', '4', 'not graded']) AS grade
)

SELECT
    latest.force,
    latest.kind,
    level.grade,
    coalesce(told.open, 0) AS open,
    latest.as_of,
    latest.as_of AS complete_as_of
FROM latest
CROSS JOIN level
LEFT JOIN told
    ON latest.upload_id = told.upload_id
    AND latest.force = told.force
    AND latest.kind = told.kind
    AND level.grade = told.grade
ORDER BY latest.force, latest.kind, level.grade;
