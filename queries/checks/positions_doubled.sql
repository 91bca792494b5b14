-- An upload must give each count of a force, kind and grade once.
SELECT
    upload_id,
    force,
    kind,
    grade
FROM position_cell
GROUP BY ALL
HAVING count(*) > 1;
