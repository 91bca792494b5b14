-- Keeps the original bytes of a file once.
INSERT INTO original_file BY NAME
SELECT
    $sha256 AS sha256,
    $byte_count AS byte_count,
    $compressed AS compressed
WHERE NOT EXISTS (FROM original_file WHERE sha256 = $sha256);
