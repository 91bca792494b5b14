-- What is written about an item must be about one with an id, of the force that it is written for.
WITH written AS (
    SELECT item_id, force FROM commentary_action WHERE item_id IS NOT NULL
    UNION ALL
    SELECT item_id, NULL AS force FROM step_action
    UNION ALL
    SELECT item_id, NULL AS force FROM sign_off_action
)

SELECT written.item_id
FROM written
LEFT JOIN item ON written.item_id = item.item_id
WHERE
    item.item_id IS NULL
    OR item.force <> written.force;
