-- Writes one upload under its number (NULL: the next one) and returns the number.
INSERT INTO upload BY NAME
SELECT
    coalesce($number, (SELECT max(upload_id) FROM upload) + 1, 1) AS upload_id,
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
    $row_count AS row_count,
    $request AS request
RETURNING upload_id;
