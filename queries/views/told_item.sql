-- What live uploads say of items, each under the report that is meant and with its identity across uploads.
-- Contents are laid beside the report meant before rows are: so few rows of many find theirs without every content read.
-- One row per live upload and item that it lists.
-- Builds on: live_upload, told_said.
CREATE OR REPLACE VIEW told_item AS
SELECT
    item_row.upload_id,
    item_row.row_number,
    told_said.*,
    live_upload.as_of,
    live_upload.place,
    live_upload.first_place
FROM item_row
INNER JOIN told_said USING (said_id)
INNER JOIN live_upload USING (upload_id);
