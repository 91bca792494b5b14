-- Which references mean two items at once: do the dates at which live exports use one for each overlap?
-- One row per reference and pair of items.
-- Needs: live_upload.
WITH alias AS (
    SELECT
        force,
        lower(trim(reference)) AS reference,
        item_key,
        min(as_of) AS first_on,
        max(as_of) AS last_on
    FROM told_item
    WHERE reference IS NOT NULL
    GROUP BY ALL
)

SELECT
    one.force,
    one.reference,
    one.item_key,
    another.item_key AS other_key
FROM alias AS one
INNER JOIN alias AS another
    ON one.force = another.force
    AND one.reference = another.reference
    AND one.item_key < another.item_key
    AND one.first_on <= another.last_on
    AND one.last_on >= another.first_on
ORDER BY one.force, one.reference;
