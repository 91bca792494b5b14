-- What a file said in its own words is kept beside what it was taken to mean; uploaders answer more questions.

-- The status as the file wrote it; NULL when it had no column for it or the cell was blank.
ALTER TABLE item_record ADD COLUMN status_written VARCHAR;

-- The sheet of a workbook that was read, so that a second sheet is not taken for the same file again; '' for a CSV file.
ALTER TABLE upload ADD COLUMN sheet VARCHAR DEFAULT '';

-- Answers about grades and addressees, and about what a file without a deciding column is taken to say ('assumption').
CREATE TEMPORARY TABLE decision_before AS SELECT * FROM decision;
DROP TABLE decision;
CREATE TABLE decision (
    decision_id INTEGER PRIMARY KEY,
    domain      VARCHAR   NOT NULL CHECK (
        domain IN ('heading', 'force', 'kind', 'status', 'grade', 'addressee', 'deadline', 'report', 'assumption')
    ),
    layout      VARCHAR   NOT NULL,  -- a heading's type of layout, an assumption's columns read; '*' any; '' otherwise
    word        VARCHAR   NOT NULL,
    meaning     VARCHAR   NOT NULL,
    decided_at  TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL
);
INSERT INTO decision SELECT * FROM decision_before;
DROP TABLE decision_before;
