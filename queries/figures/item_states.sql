-- What is known of every item at a date, as far as a change of it is worth telling?
-- force: NULL for all.
-- Parameters: day, force.
-- One row per item that is listed, or left otherwise. What closed before is told by its absence.
SELECT *
FROM item_state_at($day)
WHERE $force IS NULL OR force = $force;
