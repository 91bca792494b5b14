-- How do items come to count as open, cease to, or move between kinds? Told for all dates at once, from the dates at which
-- their lives turn.
-- One row per item and flow, of the kind that gains or loses it: opened, closed, left (superseded, not for the force, or
-- addressed elsewhere), moved in, moved out.
-- Builds on: item_turn.
CREATE OR REPLACE VIEW item_flow AS
SELECT
    item_key,
    force,
    kind,
    day,
    if(moved, 'moved in', 'opened') AS flow
FROM item_turn
WHERE step = 1
UNION ALL
SELECT
    item_turn.item_key,
    item_turn.force,
    item_turn.kind,
    item_turn.day,
    CASE
        WHEN item_turn.moved THEN 'moved out'
        WHEN
            item_turn.listed
            AND (item_said.status IN ('superseded', 'not for the force') OR item_said.addressed_elsewhere)
            THEN 'left'
        ELSE 'closed'
    END AS flow
FROM item_turn
INNER JOIN item_said USING (said_id)
WHERE item_turn.step = -1;
