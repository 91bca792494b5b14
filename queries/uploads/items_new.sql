-- Which items that were not held when that was kept count as open now, and how often was each target date changed so far?
-- Parameters: day.
-- One row per item.
SELECT
    turned.item_key,
    turned.name,
    turned.force,
    turned.kind,
    turned.report_id,
    turned.grade,
    coalesce(course.revisions, 0) AS revisions
FROM state_turned AS turned
ANTI JOIN state_kept AS held
    ON turned.item_key = held.item_key
    AND held.kept_day = $day
LEFT JOIN target_course_at($day) AS course
    ON turned.item_key = course.item_key
WHERE turned.counts AND NOT turned.is_before
ORDER BY turned.item_key;
