-- The committee's meeting dates, which the liaison officer keeps: an append-only log, like that of the uploads.
-- A date is a meeting when the last action on it is 'added'.

CREATE TABLE meeting_action (
    action_id   INTEGER PRIMARY KEY,
    meeting_on  DATE      NOT NULL,
    action      VARCHAR   NOT NULL CHECK (action IN ('added', 'removed')),
    happened_at TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL
);
