-- What people had written by a moment, and nothing that they wrote later: two exports can lie far apart, so that the entry
-- of the log alone would let in what was written after a paper was issued. The temporary table stands before the view.
-- Parameters: moment.
CREATE TEMPORARY TABLE known_writing AS
SELECT
    entry,
    $moment::TIMESTAMP AS moment
FROM known_writing;
