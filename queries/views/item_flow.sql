-- How do items come to count as open, cease to, or move between kinds? Told for all dates at once, from the dates at which
-- their lives turn.
-- One row per item and flow, of the kind that gains or loses it: opened, closed, left (superseded, not for the force, or
-- addressed elsewhere), moved in, moved out.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW item_flow AS
SELECT
    item_key,
    force,
    kind,
    from_day AS day,
    if(counted_before, 'moved in', 'opened') AS flow
FROM item_span
WHERE
    counts
    AND (NOT counted_before OR kind <> kind_before)
UNION ALL
SELECT
    item_span.item_key,
    item_span.force,
    item_span.kind_before AS kind,
    item_span.from_day AS day,
    CASE
        WHEN item_span.counts THEN 'moved out'
        WHEN
            item_span.listed
            AND (item_said.status IN ('superseded', 'not for the force') OR item_said.addressed_elsewhere)
            THEN 'left'
        ELSE 'closed'
    END AS flow
FROM item_span
INNER JOIN item_said USING (said_id)
WHERE
    item_span.counted_before
    AND (NOT item_span.counts OR item_span.kind <> item_span.kind_before);
