-- Writes the reports that were not known before; every list has one entry per report.
-- Parameters: report_id, title, title_key, force, published.
INSERT INTO report BY NAME
SELECT
    unnest($report_id::INTEGER[]) AS report_id,
    unnest($title::VARCHAR[]) AS title,
    unnest($title_key::VARCHAR[]) AS title_key,
    unnest($force::VARCHAR[]) AS force,
    unnest($published::DATE[]) AS published;
