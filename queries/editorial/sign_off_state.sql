-- What was last recorded of the sign-off of an item, by any of its ids?
-- Parameters: item_id.
-- One row when anything was.
-- Needs: live_upload.
SELECT
    sign_off_action.action,
    sign_off_action.signed_on,
    sign_off_action.board,
    sign_off_action.note
FROM sign_off_action
INNER JOIN issued_id ON sign_off_action.item_id = issued_id.item_id
SEMI JOIN issued_id AS asked
    ON issued_id.item_key = asked.item_key
    AND asked.item_id = $item_id
ORDER BY sign_off_action.action_id DESC
LIMIT 1;
