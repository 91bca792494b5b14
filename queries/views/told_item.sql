-- What live uploads say of items, each under the report that is meant and with its identity across uploads.
-- published_on: the publication of its report, as its row says or else as the report meant does.
-- Without a reference an item is told apart by its force, kind, number and the report that is meant.
-- One row per live upload and item that it lists.
-- Builds on: item_record, live_upload, report_meant.
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
    coalesce(item_record.report_published, report_meant.meant_published) AS published_on,
    live_upload.as_of,
    live_upload.place,
    live_upload.first_place
FROM item_record
INNER JOIN live_upload USING (upload_id)
INNER JOIN report_meant USING (report_id);
