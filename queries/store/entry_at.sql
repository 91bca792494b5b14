-- Which was the last entry of the log at a moment? Entries are ordered by their numbers, never by their clocks: what stands
-- before an entry that had happened by then was known as well.
-- One row; 0 when nothing had happened yet.
-- Parameters: moment.
SELECT coalesce(max(action_id), 0) AS entry
FROM action_log
WHERE happened_at <= $moment;
