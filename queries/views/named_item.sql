-- What every upload calls its items, live or not: by the key of a reference, or without one by a key and the report as
-- written. This is what ids are issued to.
-- One row per upload and item that it lists.
-- Builds on: item_record.
CREATE OR REPLACE VIEW named_item AS
SELECT
    upload_id,
    row_number,
    force,
    item_key,
    if(reference IS NULL, report_id, NULL) AS report_id
FROM item_record;
