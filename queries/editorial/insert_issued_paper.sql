-- Appends a paper as it was issued.
-- paper_number: NULL stands for a new one.
-- log_entry: NULL stands for the uploads' log as it is now.
INSERT INTO issued_paper BY NAME
SELECT
    coalesce($paper_number::INTEGER, (SELECT max(paper_number) FROM issued_paper) + 1, 1) AS paper_number,
    $meeting_on AS meeting_on,
    $as_of AS as_of,
    $since AS since,
    coalesce($log_entry::INTEGER, (SELECT max(action_log.action_id) FROM action_log), 0) AS log_entry,
    $options AS options,
    $parts AS parts,
    $anonymised AS anonymised,
    $document AS document,
    $sha256 AS sha256,
    $happened_at AS happened_at,
    $who AS who,
    $role AS role,
    $way AS way;
