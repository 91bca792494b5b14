-- The spans as they were when less, or other, was known (rule 21): those that no later upload touched, and the others told
-- again from the rows. The temporary view stands before the table of its name, also inside the views built on it.
-- Parameters: forces, keys.
CREATE TEMPORARY TABLE item_span_memory AS
WITH touched AS (
    SELECT said_id
    FROM item_said
    WHERE
        force IN (SELECT unnest($forces::VARCHAR[]))
        OR item_key IN (SELECT unnest($keys::VARCHAR[]))
)

SELECT item_span.*
FROM item_span
ANTI JOIN touched USING (said_id)
UNION ALL BY NAME
SELECT * FROM item_life($forces, $keys);
