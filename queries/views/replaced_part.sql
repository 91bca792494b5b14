-- Which parts of a live upload does a later one of its type and date speak for as well, so that the later one decides?
-- whole: for all of the part; otherwise (one report of all reports) for some of it.
-- One row per part of a live upload and later upload that speaks for it.
-- Builds on: live_upload, spoken_part.
CREATE OR REPLACE VIEW replaced_part AS
WITH overtaken AS (  -- few: the parts of the others need not be laid beside each other
    SELECT
        earlier.upload_id,
        earlier.export_type,
        later.upload_id AS by_upload_id,
        later.place AS by_place
    FROM live_upload AS earlier
    INNER JOIN live_upload AS later
        ON earlier.export_type = later.export_type
        AND earlier.as_of = later.as_of
        AND earlier.place < later.place
),

earlier AS (
    SELECT
        overtaken.*,
        spoken_part.force,
        spoken_part.kind,
        spoken_part.detail
    FROM spoken_part
    INNER JOIN overtaken USING (upload_id)
),

later AS (
    SELECT spoken_part.*
    FROM spoken_part
    SEMI JOIN overtaken ON spoken_part.upload_id = overtaken.by_upload_id
)

SELECT
    earlier.upload_id,
    earlier.force,
    earlier.kind,
    earlier.detail,
    earlier.by_upload_id,
    earlier.by_place,
    bool_or(later.detail = earlier.detail OR later.detail = 'all') AS whole
FROM earlier
INNER JOIN later
    ON earlier.by_upload_id = later.upload_id
    AND earlier.force = later.force
    AND earlier.kind = later.kind
WHERE
    earlier.detail = later.detail
    OR (earlier.export_type = 'items' AND 'all' IN (earlier.detail, later.detail))
GROUP BY earlier.upload_id, earlier.force, earlier.kind, earlier.detail, earlier.by_upload_id, earlier.by_place;
