-- How do the headline figures of a force, of those it is compared with and of its nation stand, at every date held from the
-- first to the day?
-- Parameters: home, forces, nation, first, day, current_for.
-- One row per date held (on_day) and kind of which there is a figure. home: the home force's, only where an export of that
-- very date gives it. members, opens, days: the figures of the forces that are recent, no more than so many days old, as
-- lists (NULL of none): whose, how many are open, and of which date. nation_*: what the nation's come to, with the oldest
-- and the newest date, where each of its forces is held and recent.
-- Needs: live_upload.
WITH held_date AS (
    SELECT
        as_of AS on_day,
        row_number() OVER (ORDER BY as_of) AS place
    FROM live_upload
    WHERE as_of BETWEEN $first AND $day
    GROUP BY as_of
),

step AS (
    SELECT
        *,
        list_contains($forces, force) AS compared,
        list_contains($nation, force) AS of_nation
    FROM headline_step($first)
),

-- Each step at each of the dates at which it holds: by their places, which is found faster than by a join on the dates.
placed AS (
    SELECT
        step.force,
        step.kind,
        step.open,
        step.as_of,
        step.complete_as_of,
        step.compared,
        step.of_nation,
        unnest(range(begins.place, coalesce(ends.place, (SELECT count(*) + 1 FROM held_date)))) AS place
    FROM step
    INNER JOIN held_date AS begins ON step.day = begins.on_day
    LEFT JOIN held_date AS ends ON step.next_day = ends.on_day
    WHERE
        step.compared
        OR step.of_nation
),

others AS (
    SELECT
        held_date.on_day,
        placed.kind,
        list(placed.force ORDER BY placed.force) FILTER (WHERE placed.compared) AS members,
        list(placed.open ORDER BY placed.force) FILTER (WHERE placed.compared) AS opens,
        list(placed.as_of ORDER BY placed.force) FILTER (WHERE placed.compared) AS days,
        count(*) FILTER (WHERE placed.of_nation) = len($nation) AS whole_nation,
        sum(placed.open) FILTER (WHERE placed.of_nation)::INTEGER AS nation_open,
        min(placed.complete_as_of) FILTER (WHERE placed.of_nation) AS nation_oldest,
        max(placed.as_of) FILTER (WHERE placed.of_nation) AS nation_newest
    FROM placed
    INNER JOIN held_date USING (place)
    WHERE placed.complete_as_of >= held_date.on_day - $current_for::INTEGER
    GROUP BY held_date.on_day, placed.kind
),

own_step AS (
    SELECT
        step.* EXCLUDE (step.next_day, step.compared, step.of_nation),
        upload.file_name,
        upload.committed_at
    FROM step
    INNER JOIN live_upload AS upload USING (upload_id)
    WHERE
        step.force = $home
        AND step.as_of = step.day
        AND step.day <= $day
),

own AS (
    SELECT
        day,
        kind,
        own_step AS home
    FROM own_step
),

final AS (
    SELECT
        coalesce(others.on_day, own.day) AS on_day,
        coalesce(others.kind, own.kind) AS kind,
        own.home,
        others.members,
        others.opens,
        others.days,
        if(others.whole_nation, others.nation_open, NULL) AS nation_open,
        if(others.whole_nation, others.nation_oldest, NULL) AS nation_oldest,
        if(others.whole_nation, others.nation_newest, NULL) AS nation_newest
    FROM others
    FULL JOIN own
        ON others.on_day = own.day
        AND others.kind = own.kind
)

SELECT * FROM final;
