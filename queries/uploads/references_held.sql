-- Which references do the live uploads hold?
-- One row per force and reference, spelt as in the latest upload that holds it.
-- Needs: live_upload.
SELECT
    item_record.force,
    max_by(item_record.reference, item_record.upload_id) AS reference
FROM item_record
INNER JOIN live_upload USING (upload_id)
WHERE item_record.reference IS NOT NULL
GROUP BY item_record.force, item_record.item_key
ORDER BY item_record.force, reference;
