-- Every item that was ever named must have an id.
WITH named AS (
    SELECT
        item_key,
        if(reference IS NULL, report_id, NULL) AS report_id
    FROM item_said
)

SELECT named.item_key
FROM named
ANTI JOIN item
    ON named.item_key = item.item_key
    AND named.report_id IS NOT DISTINCT FROM item.report_id;
