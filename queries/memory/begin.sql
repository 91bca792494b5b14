-- What a snapshot remembers: the items known at the dates that it was asked about, found once for all its questions.
-- The temporary macro stands before the stored one of its name, also inside the views built on it; both the table and
-- the macro end with the snapshot's transaction.
CREATE TEMPORARY TABLE item_memory AS
SELECT
    DATE '0001-01-01' AS remembered_day,
    known.*
FROM item_known_at(DATE '0001-01-01') AS known
LIMIT 0;

CREATE TEMPORARY MACRO item_at(day) AS TABLE
SELECT * EXCLUDE (remembered_day)
FROM item_memory
WHERE remembered_day = day;
