-- Every version of every commentary, told of the item or report that its id leads to now, and whether it was taken back.
-- Of what was known at an entry of the uploads' log (rule 21) it tells what was done before the next
-- one, and up to a moment where one is asked for.
-- One row per version that was ever written.
-- One that came with a tracking workbook that is withdrawn is taken back as well, by who withdrew that.
-- Builds on: issued_id, known_writing, report_meant, returned_workbook.
CREATE OR REPLACE VIEW commentary_version AS
WITH known AS (
    SELECT *
    FROM commentary_action
    WHERE
        log_entry <= (SELECT known_writing.entry FROM known_writing)
        AND happened_at <= (SELECT known_writing.moment FROM known_writing)
)

SELECT
    written.version_id,
    written.force,
    issued_id.item_key,
    report_meant.meant_id AS report_id,
    written.audience,
    written.dated,
    written.text,
    written.happened_at,
    written.who,
    written.role,
    written.way,
    coalesce(gone.happened_at, withdrawn.happened_at) AS gone_at,
    coalesce(gone.who, withdrawn.who) AS gone_who,
    coalesce(gone.role, withdrawn.role) AS gone_role,
    coalesce(gone.way, withdrawn.way) AS gone_way
FROM known AS written
LEFT JOIN issued_id ON written.item_id = issued_id.item_id
LEFT JOIN report_meant ON written.report_id = report_meant.report_id
LEFT JOIN known AS gone
    ON written.version_id = gone.version_id
    AND gone.action = 'taken back'
LEFT JOIN returned_workbook AS withdrawn
    ON written.return_number = withdrawn.return_number
    AND withdrawn.action = 'withdrawn'
WHERE written.action = 'written';
