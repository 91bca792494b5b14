-- Every tracking workbook that came back must have its original bytes, and what it wrote must lead to it.
WITH named AS (
    SELECT return_number FROM step_action
    UNION
    SELECT return_number FROM commentary_action
)

SELECT tracking_action.return_number
FROM tracking_action
LEFT JOIN original_file USING (sha256)
WHERE original_file.sha256 IS NULL
UNION ALL
SELECT named.return_number
FROM named
WHERE
    named.return_number IS NOT NULL
    AND named.return_number NOT IN (
        SELECT tracking_action.action_id FROM tracking_action WHERE tracking_action.action = 'taken in'
    );
