-- Can everything that is known at a date be worked out? Read into one figure, which says nothing itself.
-- Parameters: day.
-- Needs: cell_at($day).
-- One row.
SELECT
    (SELECT bit_xor(hash(whole)) FROM item_at($day) AS whole) AS items,
    (SELECT bit_xor(hash(whole)) FROM headline_at($day) AS whole) AS headlines,
    (SELECT bit_xor(hash(whole)) FROM item_headline_at($day) AS whole) AS item_headlines,
    (SELECT bit_xor(hash(whole)) FROM position_headline_at($day) AS whole) AS position_headlines,
    (SELECT bit_xor(hash(whole)) FROM target_course_at($day) AS whole) AS target_courses,
    (SELECT bit_xor(hash(whole)) FROM item_known_at($day) AS whole) AS known_items,
    (SELECT bit_xor(hash(item_flow)) FROM item_flow) AS flows;
