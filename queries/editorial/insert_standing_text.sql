-- Appends a standing text.
-- log_entry: NULL stands for the uploads' log as it is now.
INSERT INTO standing_text BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM standing_text), 0) + 1 AS action_id,
    $text_key AS text_key,
    $text AS text,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
