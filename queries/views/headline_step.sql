-- What is the headline figure of every force and kind, from each date at which it may change until the next?
-- The rules are those of headline_at, applied to all dates at once: what items give is the sum of their flows until then.
-- first_day: what was so by then is told as of then, in one row; '-infinity' for every date on its own.
-- next_day: the date of the next row of the same force and kind, NULL when there is none. Each day but the first is a date
-- held.
-- Parameters: first_day.
-- One row per force, kind and date (day) at which an export speaks for them or their count changes.
-- Builds on: item_turn, live_upload.
CREATE OR REPLACE MACRO headline_step(first_day) AS TABLE
WITH event AS (
    SELECT
        force,
        kind,
        greatest(day, first_day) AS day,
        step
    FROM item_turn
    UNION ALL BY NAME
    SELECT
        coverage.force,
        coverage.kind,
        greatest(live_upload.as_of, first_day) AS day,
        live_upload.place,
        live_upload.as_of AS items_as_of,
        live_upload.upload_id AS items_upload_id,
        if(coverage.report_id IS NULL, live_upload.as_of, NULL) AS complete_as_of
    FROM coverage
    INNER JOIN live_upload USING (upload_id)
    UNION ALL BY NAME
    SELECT
        position_cell.force,
        position_cell.kind,
        greatest(live_upload.as_of, first_day) AS day,
        live_upload.place,
        live_upload.as_of AS positions_as_of,
        live_upload.upload_id AS positions_upload_id,
        position_cell.open AS positions_open
    FROM position_cell
    INNER JOIN live_upload USING (upload_id)
    WHERE position_cell.grade IS NULL
),

at_day AS (
    SELECT
        force,
        kind,
        day,
        coalesce(sum(step), 0)::INTEGER AS step,
        max(complete_as_of) AS complete_as_of,
        max(items_as_of) AS items_as_of,
        max_by(items_upload_id, place) AS items_upload_id,
        max(positions_as_of) AS positions_as_of,
        max_by(positions_upload_id, place) AS positions_upload_id,
        max_by(positions_open, place) AS positions_open
    FROM event
    GROUP BY force, kind, day
),

so_far AS (
    SELECT
        force,
        kind,
        day,
        lead(day) OVER (PARTITION BY force, kind ORDER BY day) AS next_day,
        sum(step) OVER until_then AS items_open,
        last_value(complete_as_of IGNORE NULLS) OVER until_then AS complete_as_of,
        last_value(items_as_of IGNORE NULLS) OVER until_then AS items_as_of,
        last_value(items_upload_id IGNORE NULLS) OVER until_then AS items_upload_id,
        last_value(positions_as_of IGNORE NULLS) OVER until_then AS positions_as_of,
        last_value(positions_upload_id IGNORE NULLS) OVER until_then AS positions_upload_id,
        last_value(positions_open IGNORE NULLS) OVER until_then AS positions_open
    FROM at_day
    WINDOW until_then AS (PARTITION BY force, kind ORDER BY day ROWS UNBOUNDED PRECEDING)
),

paired AS (
    SELECT
        *,
        complete_as_of IS NOT NULL AS has_items,
        complete_as_of IS NOT NULL AND coalesce(items_as_of >= positions_as_of, TRUE) AS from_items
    FROM so_far
    WHERE complete_as_of IS NOT NULL OR positions_as_of IS NOT NULL
),

final AS (
    SELECT
        force,
        kind,
        day,
        next_day,
        if(from_items, items_open, positions_open) AS open,
        if(from_items, items_as_of, positions_as_of) AS as_of,
        if(from_items, complete_as_of, positions_as_of) AS complete_as_of,
        if(from_items, 'items', 'positions') AS source,
        if(from_items, items_upload_id, positions_upload_id) AS upload_id,
        if(from_items, positions_open, if(has_items, items_open, NULL)) AS other_open,
        if(from_items, positions_as_of, if(has_items, items_as_of, NULL)) AS other_as_of
    FROM paired
)

SELECT * FROM final;
