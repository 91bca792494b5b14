-- Do the live items of each force and kind have references?
-- One row per force and kind of which items are held.
-- Needs: live_upload.
SELECT
    item_record.force,
    item_record.kind,
    bool_or(item_record.reference IS NOT NULL) AS some_with,
    bool_or(item_record.reference IS NULL) AS some_without
FROM item_record
INNER JOIN live_upload USING (upload_id)
GROUP BY item_record.force, item_record.kind;
