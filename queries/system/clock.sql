-- What is dated later than the clock of this machine says it is?
-- Parameters: today, now.
-- One row. last_entry: the latest moment of an entry of the log that is still to come; uploads: those of a date to come.
SELECT
    (SELECT max(happened_at) FROM action_log WHERE happened_at > $now) AS last_entry,
    (SELECT list(upload_id ORDER BY upload_id) FROM upload WHERE as_of > $today) AS uploads,
    (SELECT max(as_of) FROM upload WHERE as_of > $today) AS latest;
