-- Which papers are known to have been issued, without their bytes, and how often was an export of their day or of one
-- before it uploaded, withdrawn or restored since? known_writing says what is known (rule 21).
-- One row per paper, in order.
WITH acted AS (
    SELECT
        action_log.action_id,
        upload.as_of
    FROM action_log
    INNER JOIN upload USING (upload_id)
)

SELECT
    issued_paper.paper_number,
    issued_paper.as_of,
    count(acted.action_id) AS corrections
FROM issued_paper
LEFT JOIN acted ON issued_paper.log_entry < acted.action_id AND issued_paper.as_of >= acted.as_of
WHERE
    issued_paper.log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND issued_paper.happened_at <= (SELECT known_writing.moment FROM known_writing)
GROUP BY issued_paper.paper_number, issued_paper.as_of
ORDER BY issued_paper.paper_number;
