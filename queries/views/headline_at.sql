-- The headline figure at a date (rule 8): from items or positions, whichever is later; from items when equally late.
-- other_* tell what the other source says, for a notice when the two differ.
-- Parameters: day.
-- One row per force and kind.
-- Builds on: item_headline_at, position_headline_at.
CREATE OR REPLACE MACRO headline_at(day) AS TABLE
WITH paired AS (
    SELECT
        coalesce(items.force, positions.force) AS force,
        coalesce(items.kind, positions.kind) AS kind,
        coalesce(items.as_of >= positions.as_of, items.as_of IS NOT NULL) AS from_items,
        items.open AS items_open,
        items.as_of AS items_as_of,
        items.complete_as_of AS items_complete_as_of,
        items.upload_id AS items_upload_id,
        positions.open AS positions_open,
        positions.as_of AS positions_as_of,
        positions.upload_id AS positions_upload_id
    FROM item_headline_at(day) AS items
    FULL JOIN position_headline_at(day) AS positions
        ON items.force = positions.force
        AND items.kind = positions.kind
),

final AS (
    SELECT
        force,
        kind,
        if(from_items, items_open, positions_open) AS open,
        if(from_items, items_as_of, positions_as_of) AS as_of,
        if(from_items, items_complete_as_of, positions_as_of) AS complete_as_of,
        if(from_items, 'items', 'positions') AS source,
        if(from_items, items_upload_id, positions_upload_id) AS upload_id,
        if(from_items, positions_open, items_open) AS other_open,
        if(from_items, positions_as_of, items_as_of) AS other_as_of
    FROM paired
)

SELECT * FROM final;
