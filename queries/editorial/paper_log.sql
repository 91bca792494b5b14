-- Which papers were issued, and by whom?
-- One row per paper, in order.
SELECT
    paper_number,
    meeting_on,
    as_of,
    since,
    log_entry,
    options,
    parts,
    anonymised,
    document,
    sha256,
    happened_at,
    who,
    role,
    way
FROM issued_paper
ORDER BY paper_number;
