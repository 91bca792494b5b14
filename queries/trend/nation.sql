-- What do the headline figures of a nation's forces come to at every date held, where each of them is held and recent:
-- no more than so many days old?
-- Parameters: forces, day, current_for.
-- One row per date held (on_day) at or before the day, and kind, with the mean and its oldest and newest figure.
-- Needs: headline_step.
WITH held_date AS (
    SELECT
        as_of AS on_day,
        row_number() OVER (ORDER BY as_of) AS place
    FROM live_upload
    WHERE as_of <= $day
    GROUP BY as_of
),

of_nation AS (
    SELECT
        step.kind,
        step.open,
        step.complete_as_of,
        step.as_of,
        begins.place AS from_place,
        coalesce(ends.place, (SELECT count(*) + 1 FROM held_date)) AS to_place
    FROM headline_step AS step
    INNER JOIN held_date AS begins ON step.day = begins.on_day
    LEFT JOIN held_date AS ends ON step.next_day = ends.on_day
    WHERE step.force IN (SELECT unnest($forces))
),

-- Each step at each of the dates at which it holds: by their places, which is found faster than by a join on the dates.
standing AS (
    SELECT
        *,
        unnest(range(from_place, to_place)) AS place
    FROM of_nation
)

SELECT
    held_date.on_day,
    standing.kind,
    sum(standing.open)::INTEGER AS open,
    min(standing.complete_as_of) AS oldest,
    max(standing.as_of) AS newest
FROM standing
INNER JOIN held_date USING (place)
GROUP BY held_date.on_day, standing.kind
HAVING
    count(*) = len($forces)
    AND min(standing.complete_as_of) >= held_date.on_day - $current_for::INTEGER
ORDER BY held_date.on_day, standing.kind;
