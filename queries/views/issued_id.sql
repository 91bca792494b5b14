-- Every id ever issued, with the item that it leads to. An item that one file names under an undated report and another
-- under the dated one that is meant has both ids, and both lead to it; the lower one is its own.
-- One row per id.
-- Builds on: report_meant.
CREATE OR REPLACE VIEW issued_id AS
SELECT
    item.item_id,
    item.force,
    if(item.report_id IS NULL, item.item_key, concat(item.item_key, '|', report_meant.meant_id)) AS item_key
FROM item
LEFT JOIN report_meant USING (report_id);
