-- What do uploads say whose rows are new; or what was ever said, of items that no row leads to any more as well?
-- first_upload, last_upload: the new ones; 0 as the first asks for all.
-- Parameters: first_upload, last_upload.
-- One row per content.
-- Builds on: tables alone.
CREATE OR REPLACE MACRO content_of(first_upload, last_upload) AS TABLE -- noqa: CP05
SELECT *
FROM item_said
WHERE
    first_upload = 0
    OR said_id IN (
        SELECT said_id
        FROM item_row
        WHERE upload_id BETWEEN first_upload AND last_upload
    );
