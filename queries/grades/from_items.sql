-- How do the open recommendations and AFIs of every force divide by grade, by the items held at a date?
-- Parameters: day.
-- One row per force, kind and grade, also where none is open.
-- Needs: cell_at($day).
WITH counted AS (
    SELECT
        force,
        kind,
        grade,
        count(*) AS open
    FROM item_at($day)
    WHERE counts
    GROUP BY force, kind, grade
),

level AS (
    SELECT unnest(['1', '2', '3', '4', 'not graded']) AS grade
)

SELECT
    headline.force,
    headline.kind,
    level.grade,
    coalesce(counted.open, 0) AS open,
    headline.as_of,
    headline.complete_as_of
FROM item_cover_at($day) AS headline
CROSS JOIN level
LEFT JOIN counted
    ON headline.force = counted.force
    AND headline.kind = counted.kind
    AND level.grade = counted.grade
WHERE headline.kind <> 'cause_of_concern'
ORDER BY headline.force, headline.kind, level.grade;
