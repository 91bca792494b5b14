-- Whose are these items: who leads them by the latest live export, and who owns a step to green that stands?
-- Parameters: item_ids.
-- One row per id and name.
-- Needs: live_upload.
WITH lead_told AS (
    SELECT
        issued_id.item_id,
        told_item.lead
    FROM issued_id
    INNER JOIN told_item ON issued_id.force = told_item.force AND issued_id.item_key = told_item.item_key
    WHERE issued_id.item_id IN (SELECT unnest($item_ids))
    QUALIFY row_number() OVER (PARTITION BY issued_id.item_id ORDER BY told_item.place DESC) = 1
),

step_told AS (
    SELECT
        issued_id.item_id,
        step_version.action,
        step_version.owner
    FROM issued_id
    INNER JOIN step_version ON issued_id.force = step_version.force AND issued_id.item_key = step_version.item_key
    WHERE issued_id.item_id IN (SELECT unnest($item_ids)) AND NOT step_version.withdrawn
    QUALIFY
        row_number() OVER (
            PARTITION BY issued_id.item_id, step_version.step_id
            ORDER BY step_version.dated DESC, step_version.action_id DESC
        ) = 1
)

SELECT
    item_id,
    lead AS name
FROM lead_told
WHERE lead IS NOT NULL
UNION
SELECT
    item_id,
    owner AS name
FROM step_told
WHERE action <> 'removed' AND owner <> '';
