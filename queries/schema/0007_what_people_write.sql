-- What people write beside the exports: append-only logs, of which nothing is changed and nothing deleted.
-- log_entry everywhere: the last entry of action_log by then, 0 before the first. happened_at: UTC.

-- The current position of a report or of an item. A version is 'written' once, and can be 'taken back' once.
CREATE TABLE commentary_action (
    action_id   INTEGER PRIMARY KEY,
    version_id  INTEGER   NOT NULL,  -- the action_id with which the version was written
    action      VARCHAR   NOT NULL CHECK (action IN ('written', 'taken back')),
    force       VARCHAR   NOT NULL,
    report_id   INTEGER,             -- what it is about: a report,
    item_id     INTEGER,             -- or an item, by its issued id
    audience    VARCHAR   NOT NULL CHECK (audience IN ('committee', 'desk')),
    dated       DATE      NOT NULL,  -- the day whose position it tells
    text        VARCHAR   NOT NULL,
    log_entry   INTEGER   NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL,
    CHECK ((report_id IS NULL) <> (item_id IS NULL))
);

-- A step to green of an item, whole with each action; at a day, the last action by its day, then by its number, holds.
CREATE TABLE step_action (
    action_id   INTEGER PRIMARY KEY,
    step_id     INTEGER   NOT NULL,  -- issued with its first action, never changed
    action      VARCHAR   NOT NULL CHECK (action IN ('written', 'removed')),
    item_id     INTEGER   NOT NULL,
    step        VARCHAR   NOT NULL,
    owner       VARCHAR   NOT NULL,  -- blank: nobody is named
    due_on      DATE,
    state       VARCHAR   NOT NULL CHECK (state IN ('to do', 'under way', 'met', 'evidence seen')),
    evidence    VARCHAR   NOT NULL,  -- a reference to it, never the evidence itself
    dated       DATE      NOT NULL,  -- from which day it stands so
    log_entry   INTEGER   NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL
);

-- That the Chief Constable has signed an item off, which is not what the portal says of it; the last action holds.
CREATE TABLE sign_off_action (
    action_id   INTEGER PRIMARY KEY,
    item_id     INTEGER   NOT NULL,
    action      VARCHAR   NOT NULL CHECK (action IN ('recorded', 'taken back')),
    signed_on   DATE      NOT NULL,
    board       VARCHAR   NOT NULL,  -- the oversight under which it was signed
    note        VARCHAR   NOT NULL,
    log_entry   INTEGER   NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL
);

-- The police and crime commissioner's reply to a report; the last action holds.
CREATE TABLE reply_action (
    action_id   INTEGER PRIMARY KEY,
    force       VARCHAR   NOT NULL,
    report_id   INTEGER   NOT NULL,
    action      VARCHAR   NOT NULL CHECK (action IN ('recorded', 'taken back')),
    sent_on     DATE      NOT NULL,
    note        VARCHAR   NOT NULL,
    log_entry   INTEGER   NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL
);

-- An inspection, a super-complaint or a board's date, whole with each action; the last action holds.
CREATE TABLE activity_action (
    action_id     INTEGER PRIMARY KEY,
    activity_id   INTEGER   NOT NULL,  -- issued with its first action, never changed
    action        VARCHAR   NOT NULL CHECK (action IN ('written', 'removed')),
    force         VARCHAR   NOT NULL,
    name          VARCHAR   NOT NULL,
    kind          VARCHAR   NOT NULL CHECK (kind IN ('inspection', 'super-complaint', 'board', 'other')),
    body          VARCHAR   NOT NULL,  -- who carries it out; blank: not stated
    stage         VARCHAR   NOT NULL CHECK (stage IN ('planned', 'under way', 'results awaited', 'finished')),
    starts_on     DATE,
    ends_on       DATE,
    expected      VARCHAR   NOT NULL,  -- what is expected next; blank: nothing is stated
    expected_when VARCHAR   NOT NULL,  -- when, as written
    expected_on   DATE,                -- the last day that the words give; NULL where they give none
    lead          VARCHAR   NOT NULL,
    commentary    VARCHAR   NOT NULL,
    log_entry     INTEGER   NOT NULL,
    happened_at   TIMESTAMP NOT NULL,
    who           VARCHAR   NOT NULL,
    role          VARCHAR   NOT NULL,
    way           VARCHAR   NOT NULL
);

-- A committee paper as it was issued, with all that it takes to make its figures again.
CREATE TABLE issued_paper (
    paper_number INTEGER PRIMARY KEY,
    meeting_on   DATE,
    as_of        DATE      NOT NULL,
    since        DATE,                -- from which its changes count
    log_entry    INTEGER   NOT NULL,  -- what was known when it was made
    options      VARCHAR   NOT NULL,  -- JSON
    parts        VARCHAR   NOT NULL,  -- JSON
    anonymised   BOOLEAN   NOT NULL,
    document     BLOB      NOT NULL,
    sha256       VARCHAR   NOT NULL,
    happened_at  TIMESTAMP NOT NULL,
    who          VARCHAR   NOT NULL,
    role         VARCHAR   NOT NULL,
    way          VARCHAR   NOT NULL
);

-- A text that every paper carries, under its key; the last one holds.
CREATE TABLE standing_text (
    action_id   INTEGER PRIMARY KEY,
    text_key    VARCHAR   NOT NULL,
    text        VARCHAR   NOT NULL,
    log_entry   INTEGER   NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    who         VARCHAR   NOT NULL,
    role        VARCHAR   NOT NULL,
    way         VARCHAR   NOT NULL
);
