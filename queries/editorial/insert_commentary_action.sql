-- Appends one action to the log of commentary.
-- return_number: of the tracking workbook that said so, NULL for what was written here.
-- log_entry: NULL stands for the uploads' log as it is now.
-- version_id: NULL stands for a new version, which has the number of this action.
INSERT INTO commentary_action BY NAME
SELECT
    coalesce((SELECT max(action_id) FROM commentary_action), 0) + 1 AS action_id,
    coalesce($version_id::INTEGER, (SELECT max(action_id) FROM commentary_action) + 1, 1) AS version_id,
    $action AS action,
    $force AS force,
    $report_id AS report_id,
    $item_id AS item_id,
    $audience AS audience,
    $dated AS dated,
    $text AS text,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way,
    $return_number AS return_number;
