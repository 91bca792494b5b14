-- Of which items of a force is it decided that they repeat an earlier one, or that they do not, and who decided?
-- Parameters: force.
-- One row per item and earlier item that are decided.
-- Needs: live_upload.
SELECT
    item_key,
    earlier_key,
    action,
    decided_at,
    who,
    role,
    way
FROM repeat_decision
WHERE
    force = $force
    AND action <> 'taken back'
ORDER BY item_key, earlier_key;
