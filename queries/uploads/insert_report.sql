-- Writes a report that was not known before.
INSERT INTO report BY NAME
SELECT
    $report_id AS report_id,
    $title AS title,
    $title_key AS title_key,
    $force AS force,
    $published AS published;
