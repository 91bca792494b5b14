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
