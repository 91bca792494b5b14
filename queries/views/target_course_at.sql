-- How has each item's own target date moved up to a date?
-- Revisions are changes between successive live uploads that give one: none to a date is no revision; A, B, A are two.
-- Parameters: day.
-- One row per item that was ever given a target date by then.
-- Builds on: told_item.
CREATE OR REPLACE MACRO target_course_at(day) AS TABLE
WITH dated AS (
    SELECT
        item_key,
        target_date,
        place,
        lag(target_date) OVER (PARTITION BY item_key ORDER BY place) AS before
    FROM told_item
    WHERE
        target_date IS NOT NULL
        AND as_of <= day
)

SELECT
    item_key,
    min_by(target_date, place) AS first_target,
    count(*) FILTER (WHERE before <> target_date) AS revisions
FROM dated
GROUP BY item_key;
