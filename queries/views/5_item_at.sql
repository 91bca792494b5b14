-- Every item known at a date. A snapshot that has asked before answers from its memory: see memory/begin.
-- Parameters: day.
-- One row per item.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
SELECT * FROM item_known_at(day);
