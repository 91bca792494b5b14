-- Writes the published national averages of a positions upload.
INSERT INTO national_average BY NAME
SELECT
    $upload_id AS upload_id,
    unnest($kind::VARCHAR[]) AS kind,
    unnest($grade::VARCHAR[]) AS grade,
    unnest($average::DOUBLE[]) AS average;
