-- Which standing texts were written, and by whom?
-- One row per text, in order.
SELECT
    text_key,
    text,
    log_entry,
    happened_at,
    who,
    role,
    way
FROM standing_text
ORDER BY action_id;
