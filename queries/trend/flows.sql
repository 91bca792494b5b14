-- How many of a force's items opened, closed, left otherwise or moved between kinds in each quarter, year or day?
-- Parameters: force, day, part.
-- One row per kind and such part of the time up to the day, in order: a kind's first tells of all until its first export of
-- all reports. Kinds without one have no row. day: the last date of the part at which an export speaks for the kind, or
-- items flow.
-- Needs: live_upload.
WITH spoken AS (
    SELECT
        coverage.kind,
        live_upload.as_of AS day,
        bool_or(coverage.report_id IS NULL) AS complete
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    WHERE
        coverage.force = $force
        AND live_upload.as_of <= $day
    GROUP BY coverage.kind, live_upload.as_of
),

flowed AS (
    SELECT
        kind,
        day,
        flow
    FROM item_flow
    WHERE
        force = $force
        AND day <= $day
),

begun AS (
    SELECT
        kind,
        min(day) AS first_day
    FROM spoken
    WHERE complete
    GROUP BY kind
),

event AS (
    SELECT
        kind,
        day
    FROM spoken
    UNION ALL BY NAME
    SELECT * FROM flowed
)

SELECT
    event.kind,
    max(event.day) AS day,
    count(*) FILTER (WHERE event.flow = 'opened') AS opened,
    count(*) FILTER (WHERE event.flow = 'closed') AS closed,
    count(*) FILTER (WHERE event.flow = 'left') AS left_otherwise,
    count(*) FILTER (WHERE event.flow = 'moved in') AS moved_in,
    count(*) FILTER (WHERE event.flow = 'moved out') AS moved_out
FROM event
INNER JOIN begun USING (kind)
GROUP BY event.kind, if(event.day <= begun.first_day, NULL, date_trunc($part, event.day))
ORDER BY day, event.kind;
