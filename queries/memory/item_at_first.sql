-- What a snapshot remembers of the items known at the dates that it was asked about, found once for all its questions:
-- the first such date.
-- Parameters: day.
CREATE TEMPORARY TABLE item_memory AS
SELECT
    $day AS remembered_day,
    known.*
FROM item_known_at($day) AS known;
