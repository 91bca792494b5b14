-- Of which date is the latest upload ever committed?
-- One row; none when nothing was ever uploaded.
SELECT max(as_of) AS as_of
FROM upload
HAVING count(*) > 0;
