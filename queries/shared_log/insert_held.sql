-- Notes that an entry of the shared log was taken in.
INSERT INTO log_held BY NAME
SELECT
    coalesce((SELECT max(noted) FROM log_held), 0) + 1 AS noted,
    $log_id AS log_id,
    $number AS number,
    $sha256 AS sha256,
    $schema_version AS schema_version,
    $marks AS marks;
