-- What is said to repeat an earlier finding, and that finding, must be items with ids, of one force.
SELECT repeat_action.action_id
FROM repeat_action
LEFT JOIN item ON repeat_action.item_id = item.item_id
LEFT JOIN item AS earlier ON repeat_action.earlier_id = earlier.item_id
WHERE
    item.item_id IS NULL
    OR earlier.item_id IS NULL
    OR item.force <> earlier.force
    OR item.item_id = earlier.item_id;
