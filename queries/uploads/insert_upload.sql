-- Writes one upload under the next number and returns the number.
INSERT INTO upload BY NAME
SELECT
    coalesce((SELECT max(upload_id) FROM upload), 0) + 1 AS upload_id,
    $export_type AS export_type,
    $as_of AS as_of,
    $file_name AS file_name,
    $sheet AS sheet,
    $sha256 AS sha256,
    $encoding AS encoding,
    $delimiter AS delimiter,
    $layout AS layout,
    $column_mapping AS column_mapping,
    $decisions AS decisions,
    $row_count AS row_count
RETURNING upload_id;
