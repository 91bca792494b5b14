-- Writes what an items upload speaks for.
INSERT INTO coverage BY NAME
SELECT
    $upload_id AS upload_id,
    unnest($force::VARCHAR[]) AS force,
    unnest($kind::VARCHAR[]) AS kind,
    unnest($report_id::INTEGER[]) AS report_id;
