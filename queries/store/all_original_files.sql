-- Which original files are held? For proving that their bytes are what was uploaded.
-- One row per distinct content.
SELECT
    sha256,
    byte_count,
    compressed
FROM original_file
ORDER BY sha256;
