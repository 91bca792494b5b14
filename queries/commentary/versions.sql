-- What was ever written about the reports and items of a force, and by whom?
-- Parameters: force.
-- One row per version, in the order of writing.
-- Needs: live_upload.
SELECT
    version_id,
    item_key,
    report_id,
    audience,
    dated,
    text,
    happened_at,
    who,
    role,
    way,
    gone_at,
    gone_who,
    gone_role,
    gone_way
FROM commentary_version
WHERE force = $force
ORDER BY version_id;
