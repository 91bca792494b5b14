-- Every item has an id: issued when a file first names it, never changed and never given again.

-- What files have named, whether or not their uploads are live. An undated report and the dated one that it is taken to
-- mean are two names: views/issued_id says which item each id leads to.
CREATE TABLE item (
    item_id   INTEGER PRIMARY KEY,
    force     VARCHAR NOT NULL,
    item_key  VARCHAR NOT NULL,  -- as in item_record
    report_id INTEGER            -- the report as written, where no reference tells the item; NULL elsewhere
);
INSERT INTO item BY NAME
SELECT
    row_number() OVER (ORDER BY min(upload_id), min_by(row_number, upload_id)) AS item_id,
    force,
    item_key,
    if(reference IS NULL, report_id, NULL) AS report_id
FROM item_record
GROUP BY ALL;

-- An uploader can say that a new reference stands for a held one: word and meaning are references, layout is the force.
CREATE TEMPORARY TABLE decision_before AS SELECT * FROM decision;
DROP TABLE decision;
CREATE TABLE decision (
    decision_id INTEGER PRIMARY KEY,
    domain      VARCHAR   NOT NULL CHECK (
        domain IN (
            'heading', 'force', 'kind', 'status', 'grade', 'addressee', 'deadline', 'report', 'reference', 'assumption'
        )
    ),
    -- a heading's type of layout, an assumption's columns read, a reference's force; '*' any; '' otherwise
    layout      VARCHAR   NOT NULL,
    word        VARCHAR   NOT NULL,
    meaning     VARCHAR   NOT NULL,
    decided_at  TIMESTAMP NOT NULL,  -- UTC
    who         VARCHAR   NOT NULL,
    role        VARCHAR DEFAULT 'local',
    way         VARCHAR DEFAULT ''
);
INSERT INTO decision BY NAME SELECT * FROM decision_before;
DROP TABLE decision_before;
