-- Every item known at a date. A snapshot that has asked before answers from its memory: see memory/item_at.
-- Parameters: day.
-- One row per item.
-- Builds on: item_known_at.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
SELECT * FROM item_known_at(day);
