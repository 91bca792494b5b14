-- What a snapshot remembers of which uploads decide at the dates that it was asked about, found once for all its questions:
-- the first such date.
-- Parameters: day.
CREATE TEMPORARY TABLE cell_memory AS
SELECT
    $day AS remembered_day,
    cell.*
FROM cell_found_at($day) AS cell;
