-- That an item repeats an earlier finding is the liaison officer's word: an append-only log, like that of the meetings.
-- Of two items the last action, by its number, holds; 'taken back' leaves them undecided again.

CREATE TABLE repeat_action (
    action_id   INTEGER PRIMARY KEY,
    item_id     INTEGER   NOT NULL,  -- issued ids, which never change: of the item, and of the earlier one it repeats
    earlier_id  INTEGER   NOT NULL,
    action      VARCHAR   NOT NULL CHECK (action IN ('confirmed', 'dismissed', 'taken back')),
    log_entry   INTEGER   NOT NULL,  -- the last entry of action_log by then; 0 before the first
    happened_at TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL
);
