-- What exports say of items is kept once however many exports say it, and how each item stood from which date to which is
-- kept beside it, so that ten years of weekly exports are asked as fast as one.

-- What was said of one item: one row per distinct content.
CREATE TABLE item_said (
    said_id             INTEGER NOT NULL,
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
    status_written      VARCHAR
);

INSERT INTO item_said
WITH said AS (
    SELECT
        * EXCLUDE (upload_id, row_number),
        min((upload_id, row_number)) AS first_row
    FROM item_record
    GROUP BY ALL
)

SELECT
    row_number() OVER (ORDER BY first_row) AS said_id,
    * EXCLUDE (first_row)
FROM said;

-- Which content one row of one upload says: one row per row of a file.
CREATE TABLE item_row (
    upload_id  INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    said_id    INTEGER NOT NULL
);

INSERT INTO item_row
SELECT
    item_record.upload_id,
    item_record.row_number,
    item_said.said_id
FROM item_record
INNER JOIN item_said
    ON item_record.item_key = item_said.item_key
    AND item_record.force IS NOT DISTINCT FROM item_said.force
    AND item_record.kind IS NOT DISTINCT FROM item_said.kind
    AND item_record.report_id IS NOT DISTINCT FROM item_said.report_id
    AND item_record.reference IS NOT DISTINCT FROM item_said.reference
    AND item_record.report_type IS NOT DISTINCT FROM item_said.report_type
    AND item_record.report_published IS NOT DISTINCT FROM item_said.report_published
    AND item_record.number IS NOT DISTINCT FROM item_said.number
    AND item_record.text IS NOT DISTINCT FROM item_said.text
    AND item_record.addressee IS NOT DISTINCT FROM item_said.addressee
    AND item_record.addressed_elsewhere IS NOT DISTINCT FROM item_said.addressed_elsewhere
    AND item_record.grade IS NOT DISTINCT FROM item_said.grade
    AND item_record.status IS NOT DISTINCT FROM item_said.status
    AND item_record.lead IS NOT DISTINCT FROM item_said.lead
    AND item_record.deadline IS NOT DISTINCT FROM item_said.deadline
    AND item_record.deadline_on IS NOT DISTINCT FROM item_said.deadline_on
    AND item_record.deadline_basis IS NOT DISTINCT FROM item_said.deadline_basis
    AND item_record.target_date IS NOT DISTINCT FROM item_said.target_date
    AND item_record.overdue_reason IS NOT DISTINCT FROM item_said.overdue_reason
    AND item_record.steps_to_green IS NOT DISTINCT FROM item_said.steps_to_green
    AND item_record.closed_on IS NOT DISTINCT FROM item_said.closed_on
    AND item_record.cause_of_concern IS NOT DISTINCT FROM item_said.cause_of_concern
    AND item_record.status_written IS NOT DISTINCT FROM item_said.status_written;

DROP TABLE item_record;

-- What it gave is read from the spans below.
DROP MACRO TABLE IF EXISTS flow_of_items;

-- How an item stood from one date to the next at which that changed. Derived from the rows of the live uploads, whenever
-- one is added, withdrawn or restored (queries/lives), and never the record of anything.
CREATE TABLE item_span (
    item_key        VARCHAR NOT NULL,  -- under the report that is meant
    force           VARCHAR NOT NULL,
    kind            VARCHAR NOT NULL,
    report_id       INTEGER NOT NULL,  -- the report that is meant
    said_id         INTEGER NOT NULL,
    from_day        DATE    NOT NULL,
    to_day          DATE,              -- the first date at which it no longer holds; NULL while it does
    listed          BOOLEAN NOT NULL,  -- the upload that decides lists it
    counts          BOOLEAN NOT NULL,
    told_by         INTEGER,           -- the last upload that listed it, once it is listed no more
    told_on         DATE,
    first_held_on   DATE    NOT NULL,
    first_report_id INTEGER NOT NULL,
    first_published DATE,
    ever_left       BOOLEAN NOT NULL,
    first_target    DATE,
    revisions       INTEGER NOT NULL,  -- how often its target date was changed until then
    counted_before  BOOLEAN NOT NULL,
    kind_before     VARCHAR
);

-- Of what the spans tell: each upload, and each report that was taken to mean another.
CREATE TABLE spans_tell (
    upload_id INTEGER,
    report_id INTEGER,
    meant_id  INTEGER
);
