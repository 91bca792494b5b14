-- What do the headline figures of a nation's forces come to at every date held, where each of them is held and recent:
-- no more than so many days old?
-- Parameters: forces, day, current_for.
-- One row per date held (on_day) at or before the day, and kind, with the mean and its oldest and newest figure.
-- Needs: headline_step.
WITH of_nation AS (
    SELECT * FROM headline_step
    WHERE force IN (SELECT unnest($forces))
),

held_date AS (
    SELECT DISTINCT as_of AS on_day
    FROM live_upload
    WHERE as_of <= $day
),

told AS (
    SELECT DISTINCT
        force,
        kind
    FROM of_nation
),

asked AS (
    SELECT
        held_date.on_day,
        told.force,
        told.kind
    FROM held_date
    CROSS JOIN told
),

standing AS (
    SELECT
        asked.on_day,
        asked.kind,
        of_nation.open,
        of_nation.complete_as_of,
        of_nation.as_of
    FROM asked
    ASOF JOIN of_nation
        ON asked.force = of_nation.force
        AND asked.kind = of_nation.kind
        AND asked.on_day >= of_nation.day
)

SELECT
    on_day,
    kind,
    sum(open)::INTEGER AS open,
    min(complete_as_of) AS oldest,
    max(as_of) AS newest
FROM standing
GROUP BY on_day, kind
HAVING
    count(*) = len($forces)
    AND min(complete_as_of) >= on_day - $current_for::INTEGER
ORDER BY on_day, kind;
