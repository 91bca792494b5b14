-- Which inspections, super-complaints and board dates of a force does the register hold, and who last wrote each?
-- Parameters: force.
-- One row per entry on which the last action is not its removal.
WITH latest AS (
    SELECT *
    FROM activity_action
    WHERE
        force = $force
        AND log_entry <= (SELECT known_writing.entry FROM known_writing)
        AND happened_at <= (SELECT known_writing.moment FROM known_writing)
    QUALIFY row_number() OVER (PARTITION BY activity_id ORDER BY action_id DESC) = 1
)

SELECT
    activity_id,
    action_id,
    name,
    kind,
    body,
    stage,
    starts_on,
    ends_on,
    expected,
    expected_when,
    expected_on,
    lead,
    commentary,
    happened_at,
    who,
    role,
    way
FROM latest
WHERE action = 'written'
ORDER BY activity_id;
