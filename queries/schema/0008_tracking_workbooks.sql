-- Tracking workbooks that came back filled in: each is taken in once, and can be withdrawn and restored.
-- What it wrote stands in the logs of steps and commentary under its number, and does not hold while it is withdrawn.
CREATE TABLE tracking_action (
    action_id     INTEGER PRIMARY KEY,
    return_number INTEGER   NOT NULL,  -- the action_id with which it was taken in
    action        VARCHAR   NOT NULL CHECK (action IN ('taken in', 'withdrawn', 'restored')),
    force         VARCHAR   NOT NULL,
    file_name     VARCHAR   NOT NULL,
    sha256        VARCHAR   NOT NULL,  -- of its bytes, which are kept in original_file
    made_on       DATE      NOT NULL,  -- the day on which it was given out
    dated         DATE      NOT NULL,  -- the day whose position it tells
    reason        VARCHAR   NOT NULL,  -- of a withdrawal or a restoration
    log_entry     INTEGER   NOT NULL,  -- the last entry of action_log by then, 0 before the first
    happened_at   TIMESTAMP NOT NULL,
    who           VARCHAR   NOT NULL,
    role          VARCHAR   NOT NULL,
    way           VARCHAR   NOT NULL
);

ALTER TABLE step_action ADD COLUMN return_number INTEGER;
ALTER TABLE commentary_action ADD COLUMN return_number INTEGER;
