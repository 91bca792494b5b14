-- What was done to a version of a commentary?
-- Parameters: version_id.
-- One row when it was ever written.
SELECT
    max_by(action, action_id) AS action,
    max_by(force, action_id) AS force,
    max_by(report_id, action_id) AS report_id,
    max_by(item_id, action_id) AS item_id,
    max_by(audience, action_id) AS audience,
    max_by(dated, action_id) AS dated,
    max_by(text, action_id) AS text
FROM commentary_action
WHERE version_id = $version_id
GROUP BY version_id;
