-- The store: immutable dated uploads, what each speaks for and says, and an append-only log.
-- Nothing but store_state is ever updated, and nothing is deleted.

CREATE TABLE store_state (
    only_row       BOOLEAN PRIMARY KEY CHECK (only_row),
    product        VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    data_version   BIGINT  NOT NULL,  -- raised by every commit, withdrawal and restoration; the key of every cache
    views_key      VARCHAR NOT NULL   -- SHA-256 of the view definitions that the store holds
);
INSERT INTO store_state VALUES (TRUE, 'JASC inspection dashboard', 1, 0, '');

-- The bytes that were uploaded, zlib-compressed; one row per distinct content.
CREATE TABLE original_file (
    sha256     VARCHAR PRIMARY KEY,
    byte_count BIGINT NOT NULL,
    compressed BLOB   NOT NULL
);

-- One row per upload: an export of one date, once committed. Whether it is live is read from action_log.
CREATE TABLE upload (
    upload_id      INTEGER PRIMARY KEY,
    export_type    VARCHAR NOT NULL CHECK (export_type IN ('items', 'positions')),
    as_of          DATE    NOT NULL,
    file_name      VARCHAR NOT NULL,
    sha256         VARCHAR NOT NULL,
    encoding       VARCHAR NOT NULL,
    delimiter      VARCHAR NOT NULL,
    layout         VARCHAR NOT NULL,
    column_mapping VARCHAR NOT NULL,  -- a line per column: letter, heading, field, separated by tabs
    decisions      VARCHAR NOT NULL,  -- a line per decision used: domain, word, meaning, separated by tabs
    row_count      INTEGER NOT NULL
);

CREATE TABLE action_log (
    action_id   INTEGER PRIMARY KEY,
    upload_id   INTEGER   NOT NULL,
    action      VARCHAR   NOT NULL CHECK (action IN ('committed', 'withdrawn', 'restored')),
    happened_at TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL,
    detail      VARCHAR   NOT NULL
);

-- An inspection report. One about a single force (PEEL, custody, child protection) belongs to that force.
CREATE TABLE report (
    report_id INTEGER PRIMARY KEY,
    title     VARCHAR NOT NULL,
    title_key VARCHAR NOT NULL,  -- the title as compared: case, spaces and punctuation folded
    force     VARCHAR,           -- NULL: shared by all forces
    published DATE
);
INSERT INTO report VALUES (0, 'No report stated', '', NULL, NULL);

-- What an items upload speaks for, a row per force and kind; report_id NULL stands for all reports.
CREATE TABLE coverage (
    upload_id INTEGER NOT NULL,
    force     VARCHAR NOT NULL,
    kind      VARCHAR NOT NULL,
    report_id INTEGER
);

-- What one items upload says of one item.
CREATE TABLE item_record (
    upload_id           INTEGER NOT NULL,
    row_number          INTEGER NOT NULL,
    item_key            VARCHAR NOT NULL,  -- identity across uploads; without a reference the report meant is added
    force               VARCHAR NOT NULL,
    kind                VARCHAR NOT NULL CHECK (kind IN ('cause_of_concern', 'recommendation', 'afi')),
    report_id           INTEGER NOT NULL,
    reference           VARCHAR,
    report_type         VARCHAR,
    report_published    DATE,
    number              VARCHAR,
    text                VARCHAR,
    addressee           VARCHAR,
    addressed_elsewhere BOOLEAN NOT NULL,
    grade               VARCHAR NOT NULL CHECK (grade IN ('1', '2', '3', '4', 'not graded')),
    status              VARCHAR NOT NULL CHECK (
        status IN ('open', 'in progress', 'awaiting sign-off', 'closed', 'superseded', 'not for the force')
    ),
    lead                VARCHAR,
    deadline            VARCHAR,  -- as written
    deadline_on         DATE,
    deadline_basis      VARCHAR NOT NULL,
    target_date         DATE,
    overdue_reason      VARCHAR,
    steps_to_green      VARCHAR,
    closed_on           DATE,     -- shown, never counted
    cause_of_concern    VARCHAR,
    PRIMARY KEY (upload_id, row_number)
);

-- An open count that a positions upload gives; grade NULL is the total of the force and kind.
CREATE TABLE position_cell (
    upload_id INTEGER NOT NULL,
    force     VARCHAR NOT NULL,
    kind      VARCHAR NOT NULL CHECK (kind IN ('cause_of_concern', 'recommendation', 'afi')),
    grade     VARCHAR CHECK (grade IN ('1', '2', '3', '4', 'not graded')),
    open      INTEGER NOT NULL CHECK (open >= 0)
);

-- A published national average that a positions upload gives; grade NULL is the average of the whole kind.
CREATE TABLE national_average (
    upload_id INTEGER NOT NULL,
    kind      VARCHAR NOT NULL CHECK (kind IN ('cause_of_concern', 'recommendation', 'afi')),
    grade     VARCHAR CHECK (grade IN ('1', '2', '3', '4', 'not graded')),
    average   DOUBLE  NOT NULL CHECK (average >= 0)
);

-- What uploaders decided about headings and words that no list knows; the latest decision on a word holds.
CREATE TABLE decision (
    decision_id INTEGER PRIMARY KEY,
    domain      VARCHAR   NOT NULL CHECK (domain IN ('heading', 'force', 'kind', 'status', 'report')),
    layout      VARCHAR   NOT NULL,  -- for a heading: the signature of the layout it stands in
    word        VARCHAR   NOT NULL,
    meaning     VARCHAR   NOT NULL,
    decided_at  TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL
);
