-- What is written about a report must be about one that a file has named, shared by all or on that force.
WITH written AS (
    SELECT report_id, force FROM commentary_action WHERE report_id IS NOT NULL
    UNION ALL
    SELECT report_id, force FROM reply_action
)

SELECT written.report_id
FROM written
LEFT JOIN report ON written.report_id = report.report_id
WHERE
    report.report_id IS NULL
    OR report.force <> written.force;
