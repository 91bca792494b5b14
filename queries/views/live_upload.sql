-- Uploads that count: those whose last action is not a withdrawal (rule 7). place is their order: of two that speak for the
-- same, the one with the higher place decides (the later date; of one date, the later upload).
-- first_place is the same order with the uploads of one date turned round, for what was said first: of one date, the
-- later upload corrects the earlier.
-- One row per live upload.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW live_upload AS
WITH state AS (
    SELECT
        upload_id,
        max_by(action, action_id) AS last_action,
        min_by(happened_at, action_id) AS committed_at
    FROM action_log
    GROUP BY upload_id
)

SELECT
    upload.*,
    state.committed_at,
    row_number() OVER (ORDER BY upload.as_of, upload.upload_id) AS place,
    row_number() OVER (ORDER BY upload.as_of ASC, upload.upload_id DESC) AS first_place
FROM upload
INNER JOIN state USING (upload_id)
WHERE state.last_action <> 'withdrawn';
