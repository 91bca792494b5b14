-- Up to which entry of the uploads' log, and up to which moment, is known what people wrote (rule 21)?
-- A snapshot of an earlier moment puts its own row in this one's place; else all that is held is known.
-- One row.
-- Builds on: tables alone.
CREATE OR REPLACE VIEW known_writing AS
SELECT
    coalesce(max(action_id), 0) AS entry,
    TIMESTAMP 'infinity' AS moment
FROM action_log;
