-- Under which references, numbers and reports did live exports list an item, and from which to which date?
-- Parameters: item_key, day.
-- One row per name.
-- Needs: live_upload.
WITH told AS (
    SELECT *
    FROM told_item
    WHERE
        item_key = $item_key
        AND force = split_part($item_key, '|', 1)  -- with which each key begins: other forces' contents are not read
        AND as_of <= $day
),

name AS (
    SELECT
        'Reference' AS what,
        reference AS words,
        NULL AS published,
        as_of
    FROM told
    UNION ALL
    SELECT
        'Number' AS what,
        number AS words,
        NULL AS published,
        as_of
    FROM told
    UNION ALL
    SELECT
        'Report' AS what,
        report.title AS words,
        told.published_on AS published,
        told.as_of
    FROM told
    INNER JOIN report USING (report_id)
)

SELECT
    what,
    words,
    published,
    min(as_of) AS first_on,
    max(as_of) AS last_on
FROM name
WHERE words IS NOT NULL
GROUP BY what, words, published
ORDER BY what = 'Report', what = 'Number', first_on, last_on, words;
