-- A further date that a snapshot was asked about.
-- Parameters: day.
INSERT INTO cell_memory
SELECT
    $day AS remembered_day,
    cell.*
FROM cell_found_at($day) AS cell;
