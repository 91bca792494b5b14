-- What was ever written of the texts that every paper carries, and by whom?
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was written before the next
-- one, and up to a moment where one is asked for.
-- One row per version, in the order of writing; a blank text stands for the product's own.
SELECT
    action_id AS version_id,
    text_key,
    text,
    happened_at,
    who,
    role,
    way
FROM standing_text
WHERE
    log_entry <= (SELECT known_writing.entry FROM known_writing)
    AND happened_at <= (SELECT known_writing.moment FROM known_writing)
ORDER BY action_id;
