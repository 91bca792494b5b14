-- Which upload decides at a date for each force and kind, by report or for all? A snapshot that has asked before answers
-- from its memory: see memory/cell_at.
-- Parameters: day.
-- One row per force, kind and report (or all) for which an items upload speaks by then.
-- Builds on: cell_found_at.
CREATE OR REPLACE MACRO cell_at(day) AS TABLE
SELECT * FROM cell_found_at(day);
