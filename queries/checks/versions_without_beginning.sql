-- A version of a commentary must have been written, before it is taken back or when it is written.
SELECT gone.action_id
FROM commentary_action AS gone
LEFT JOIN commentary_action AS written
    ON gone.version_id = written.action_id
    AND written.action = 'written'
WHERE
    written.action_id IS NULL
    OR written.action_id > gone.action_id;
