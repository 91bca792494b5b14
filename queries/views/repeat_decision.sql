-- What was last done about two items, one of which may repeat the other: told of the items that the ids lead to now.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next
-- one, and up to a moment where one is asked for.
-- One row per item and earlier item about which anything was ever done.
-- Builds on: issued_id, known_writing.
CREATE OR REPLACE VIEW repeat_decision AS
SELECT
    item.force,
    item.item_key,
    earlier.item_key AS earlier_key,
    max_by(repeat_action.action, repeat_action.action_id) AS action,
    max_by(repeat_action.happened_at, repeat_action.action_id) AS decided_at,
    max_by(repeat_action.who, repeat_action.action_id) AS who,
    max_by(repeat_action.role, repeat_action.action_id) AS role,
    max_by(repeat_action.way, repeat_action.action_id) AS way
FROM repeat_action
INNER JOIN issued_id AS item ON repeat_action.item_id = item.item_id
INNER JOIN issued_id AS earlier ON repeat_action.earlier_id = earlier.item_id
WHERE
    item.item_key <> earlier.item_key
    AND repeat_action.log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND repeat_action.happened_at <= (SELECT known_writing.moment FROM known_writing)
GROUP BY item.force, item.item_key, earlier.item_key;
