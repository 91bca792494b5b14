-- Writes the counts of a positions upload.
INSERT INTO position_cell BY NAME
SELECT
    $upload_id AS upload_id,
    unnest($force::VARCHAR[]) AS force,
    unnest($kind::VARCHAR[]) AS kind,
    unnest($grade::VARCHAR[]) AS grade,
    unnest($open::INTEGER[]) AS open;
