-- How much of what is written came with each tracking workbook?
-- One row per workbook that was taken in and wrote something.
SELECT
    return_number,
    sum(steps)::BIGINT AS steps,
    sum(positions)::BIGINT AS positions
FROM (
    SELECT
        return_number,
        count(*) AS steps,
        0 AS positions
    FROM step_action
    GROUP BY return_number
    UNION ALL
    SELECT
        return_number,
        0 AS steps,
        count(*) AS positions
    FROM commentary_action
    GROUP BY return_number
) AS written
WHERE return_number IS NOT NULL
GROUP BY return_number
ORDER BY return_number;
