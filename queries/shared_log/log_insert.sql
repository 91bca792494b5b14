-- Appends an entry, asked of PostgreSQL.
-- Parameters: number, schema_version, release, whole, previous, content, sha256.
INSERT INTO jasc_log_entry (number, schema_version, release, whole, previous, content, sha256)
VALUES ($number, $schema_version, $release, $whole, $previous, $content, $sha256);
