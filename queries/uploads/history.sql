-- Which uploads are held, in which state, and who did what when?
-- state: live; replaced or partly replaced, where later live uploads of its type and date (replaced_by) speak for all or
-- some of what it speaks for; withdrawn.
-- One row per upload, latest first.
-- Needs: live_upload.
WITH overtaken AS (  -- of the others no part is replaced; what they speak for need not be laid beside anything
    SELECT upload_id
    FROM live_upload
    QUALIFY place < max(place) OVER (PARTITION BY export_type, as_of)
),

part AS (
    SELECT
        spoken_part.upload_id,
        coalesce(bool_or(replaced_part.whole), FALSE) AS whole,
        max_by(replaced_part.by_upload_id, replaced_part.by_place) FILTER (WHERE replaced_part.whole) AS by_one,
        list(replaced_part.by_upload_id) FILTER (WHERE replaced_part.by_upload_id IS NOT NULL) AS by_several
    FROM spoken_part
    SEMI JOIN overtaken USING (upload_id)
    LEFT JOIN replaced_part USING (upload_id, force, kind, detail)
    GROUP BY spoken_part.upload_id, spoken_part.force, spoken_part.kind, spoken_part.detail
),

replaced AS (
    SELECT
        upload_id,
        bool_and(whole) AS entirely,
        list_sort(list_distinct(flatten(list(if(whole, [by_one], coalesce(by_several, [])))))) AS replaced_by
    FROM part
    GROUP BY upload_id
),

state AS (
    SELECT
        upload_id,
        max_by(action, action_id) <> 'withdrawn' AS live,
        min_by(happened_at, action_id) AS committed_at,
        min_by(who, action_id) AS committed_by,
        min_by(role, action_id) AS committed_role,
        min_by(way, action_id) AS committed_way
    FROM action_log
    GROUP BY upload_id
),

final AS (
    SELECT
        upload.upload_id,
        upload.export_type,
        upload.as_of,
        upload.file_name,
        upload.sha256,
        upload.encoding,
        upload.delimiter,
        upload.layout,
        upload.row_count,
        upload.request,
        state.live,
        CASE
            WHEN NOT state.live THEN 'withdrawn'
            WHEN replaced.entirely THEN 'replaced'
            WHEN len(replaced.replaced_by) > 0 THEN 'partly replaced'
            ELSE 'live'
        END AS state,
        coalesce(replaced.replaced_by, []) AS replaced_by,
        state.committed_at,
        state.committed_by,
        state.committed_role,
        state.committed_way
    FROM upload
    INNER JOIN state USING (upload_id)
    LEFT JOIN replaced USING (upload_id)
)

SELECT * FROM final
ORDER BY upload_id DESC;
