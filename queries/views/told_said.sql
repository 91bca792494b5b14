-- What each content says, under the report that is meant and with its item's identity across uploads.
-- published_on: the publication of its report, as its row says or else as the report meant does.
-- Without a reference an item is told apart by its force, kind, number and the report that is meant.
-- One row per content.
-- Builds on: report_meant.
CREATE OR REPLACE VIEW told_said AS
SELECT
    item_said.* REPLACE (
        if(item_said.reference IS NULL, concat(item_said.item_key, '|', report_meant.meant_id), item_said.item_key)
            AS item_key,
        report_meant.meant_id AS report_id
    ),
    coalesce(item_said.report_published, report_meant.meant_published) AS published_on
FROM item_said
INNER JOIN report_meant USING (report_id);
