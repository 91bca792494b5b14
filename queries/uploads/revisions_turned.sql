-- How often has the own target date of each item that stands otherwise since been changed so far?
-- Parameters: day.
-- One row per such item whose target date was revised at or before the day.
SELECT
    course.item_key,
    course.revisions
FROM target_course_at($day) AS course
SEMI JOIN state_turned USING (item_key)
WHERE course.revisions > 0;
