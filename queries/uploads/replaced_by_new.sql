-- Which earlier uploads does this one replace, in whole or in part, and which of their parts still count beside it?
-- What others had replaced before is left out. detail: all, a report or a grade; some_now: some of the part is replaced.
-- Parameters: upload_id.
-- One row per upload replaced and part that stays; one row without a part for an upload of which nothing stays.
-- Needs: live_upload.
WITH part AS (
    SELECT
        spoken_part.upload_id,
        spoken_part.force,
        spoken_part.kind,
        spoken_part.detail,
        coalesce(bool_or(replaced_part.by_upload_id = $upload_id), FALSE) AS some_now,
        coalesce(bool_or(replaced_part.whole) FILTER (WHERE replaced_part.by_upload_id = $upload_id), FALSE)
            AS whole_now,
        coalesce(bool_or(replaced_part.whole) FILTER (WHERE replaced_part.by_upload_id <> $upload_id), FALSE) AS gone
    FROM spoken_part
    LEFT JOIN replaced_part USING (upload_id, force, kind, detail)
    GROUP BY spoken_part.upload_id, spoken_part.force, spoken_part.kind, spoken_part.detail
),

replaced AS (
    SELECT DISTINCT upload_id
    FROM part
    WHERE some_now AND NOT gone
)

SELECT
    live_upload.upload_id,
    live_upload.export_type,
    live_upload.file_name,
    live_upload.as_of,
    live_upload.committed_at,
    stays.force,
    stays.kind,
    stays.detail,
    stays.some_now
FROM replaced
INNER JOIN live_upload USING (upload_id)
LEFT JOIN part AS stays
    ON replaced.upload_id = stays.upload_id
    AND NOT stays.gone
    AND NOT stays.whole_now
ORDER BY live_upload.upload_id, stays.force, stays.kind, stays.detail;
