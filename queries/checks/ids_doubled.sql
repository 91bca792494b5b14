-- An item must have been issued one id alone, and no id twice.
SELECT
    item_key,
    report_id,
    count(*) AS ids
FROM item
GROUP BY ALL
HAVING count(*) > 1;
