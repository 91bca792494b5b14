-- How often has each item's own target date been changed so far?
-- force: NULL for all.
-- Parameters: day, force.
-- One row per item whose target date was revised at or before the day.
SELECT
    item_key,
    revisions
FROM target_course_at($day)
WHERE
    revisions > 0
    AND ($force IS NULL OR force = $force);
