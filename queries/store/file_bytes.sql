-- What are the original bytes of a file?
-- Parameters: sha256.
-- One row, or none when there is no such file.
SELECT compressed
FROM original_file
WHERE sha256 = $sha256;
