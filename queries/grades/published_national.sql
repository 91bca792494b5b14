-- How do the published national averages of recommendations and AFIs divide by grade? The latest that gives grades.
-- Parameters: day.
-- One row per kind and grade that it gives.
-- Needs: live_upload.
WITH graded AS (
    SELECT
        national_average.*,
        live_upload.as_of
    FROM national_average
    INNER JOIN live_upload USING (upload_id)
    WHERE
        national_average.grade IS NOT NULL
        AND national_average.kind <> 'cause_of_concern'
        AND live_upload.as_of <= $day
),

latest AS (
    SELECT
        kind,
        max_by(upload_id, (as_of, upload_id)) AS upload_id
    FROM graded
    GROUP BY kind
)

SELECT
    graded.kind,
    graded.grade,
    graded.average,
    graded.as_of
FROM graded
INNER JOIN latest USING (kind, upload_id)
ORDER BY graded.kind, graded.grade;
