-- Which items of a force has the Chief Constable signed off, by what is recorded?
-- Parameters: force.
-- One row per item on which the last action is a record.
-- Needs: live_upload.
SELECT
    issued_id.item_key,
    max_by(sign_off_action.signed_on, sign_off_action.action_id) AS signed_on,
    max_by(sign_off_action.board, sign_off_action.action_id) AS board,
    max_by(sign_off_action.note, sign_off_action.action_id) AS note,
    max_by(sign_off_action.happened_at, sign_off_action.action_id) AS happened_at,
    max_by(sign_off_action.who, sign_off_action.action_id) AS who,
    max_by(sign_off_action.role, sign_off_action.action_id) AS role,
    max_by(sign_off_action.way, sign_off_action.action_id) AS way
FROM sign_off_action
INNER JOIN issued_id ON sign_off_action.item_id = issued_id.item_id
WHERE
    issued_id.force = $force
    AND sign_off_action.log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND sign_off_action.happened_at <= (SELECT known_writing.moment FROM known_writing)
GROUP BY issued_id.item_key
HAVING max_by(sign_off_action.action, sign_off_action.action_id) = 'recorded'
ORDER BY issued_id.item_key;
