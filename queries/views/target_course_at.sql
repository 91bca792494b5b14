-- How has each item's own target date moved up to a date?
-- Parameters: day.
-- One row per item that was ever given a target date by then.
-- Builds on: tables alone.
CREATE OR REPLACE MACRO target_course_at(day) AS TABLE
SELECT
    item_key,
    force,
    first_target,
    revisions
FROM item_span
WHERE
    first_target IS NOT NULL
    AND from_day <= day
    AND (to_day IS NULL OR day < to_day);
