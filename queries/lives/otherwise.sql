-- Which items' lives are not what the rows give when all are told anew?
-- One row per item.
-- Needs: live_upload.
WITH anew AS (
    SELECT * FROM item_life(NULL, NULL)
),

unlike AS (
    (
        SELECT * FROM anew
        EXCEPT ALL
        SELECT * FROM item_span
    )
    UNION ALL
    (
        SELECT * FROM item_span
        EXCEPT ALL
        SELECT * FROM anew
    )
)

SELECT DISTINCT item_key
FROM unlike
ORDER BY item_key;
