-- An upload must tell each item once. Whether an undated report means a dated one can change when uploads are withdrawn,
-- so items without references are told apart by the report as it was written.
-- Parameters: first_upload, last_upload.
SELECT
    upload_id,
    item_key,
    report_id
FROM named_item
WHERE upload_id BETWEEN $first_upload AND $last_upload
GROUP BY ALL
HAVING count(*) > 1;
