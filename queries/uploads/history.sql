-- Which uploads are held, in which state, and who did what when?
-- One row per upload, latest first.
WITH spoken_for AS (
    SELECT upload_id, force, kind FROM coverage
    UNION
    SELECT upload_id, force, kind FROM position_cell
),

counted AS (
    SELECT
        upload_id,
        list(DISTINCT force ORDER BY force) AS forces,
        list(DISTINCT kind ORDER BY kind) AS kinds
    FROM spoken_for
    GROUP BY upload_id
),

state AS (
    SELECT
        upload_id,
        max_by(action, action_id) <> 'withdrawn' AS live,
        min(happened_at) AS committed_at,
        min_by(who, action_id) AS committed_by
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
        coalesce(counted.forces, []) AS forces,
        coalesce(counted.kinds, []) AS kinds,
        state.live,
        state.committed_at,
        state.committed_by
    FROM upload
    INNER JOIN state USING (upload_id)
    LEFT JOIN counted USING (upload_id)
)

SELECT * FROM final
ORDER BY upload_id DESC;
