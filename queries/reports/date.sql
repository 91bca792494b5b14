-- Fills in the publication date of a report that was first seen without one.
UPDATE report
SET published = $published
WHERE
    report_id = $report_id
    AND published IS NULL;
