-- A further date that a snapshot was asked about.
-- Parameters: day.
INSERT INTO item_memory
SELECT
    $day AS remembered_day,
    known.*
FROM item_known_at($day) AS known;
