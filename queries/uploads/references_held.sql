-- Which references do the live uploads hold, and what do they stand for?
-- One row per force and item, as the latest upload that holds it tells it.
-- Needs: live_upload.
SELECT
    item_record.force,
    item_record.item_key,
    max_by(item_record.reference, item_record.upload_id) AS reference,
    max_by(item_record.kind, item_record.upload_id) AS kind,
    max_by(report.title_key, item_record.upload_id) AS title_key,
    max_by(item_record.text, item_record.upload_id) AS text
FROM item_record
INNER JOIN live_upload USING (upload_id)
INNER JOIN report USING (report_id)
WHERE item_record.reference IS NOT NULL
GROUP BY item_record.force, item_record.item_key
ORDER BY item_record.force, reference;
