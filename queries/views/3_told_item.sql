-- What live uploads say of items, each under the report that is meant and with its identity across uploads.
-- Without a reference an item is told apart by its force, kind, number and the report that is meant.
-- One row per live upload and item that it lists.
CREATE OR REPLACE VIEW told_item AS
SELECT
    item_record.* REPLACE (
        if(
            item_record.reference IS NULL,
            concat(item_record.item_key, '|', report_meant.meant_id),
            item_record.item_key
        ) AS item_key,
        report_meant.meant_id AS report_id
    ),
    live_upload.as_of,
    live_upload.place
FROM item_record
INNER JOIN live_upload USING (upload_id)
INNER JOIN report_meant USING (report_id);
