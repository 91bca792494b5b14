-- How is the index of each table's key read? By looking every row up by its key (none is written where each is there) and
-- by writing each once more under a key that is new, in a transaction that is not kept.
-- One row a statement, in their order.
WITH keyed AS (
    SELECT
        held.table_name,
        held.column_name,
        CASE held.data_type
            WHEN 'INTEGER' THEN format('"{0}" + max("{0}") OVER () + 1', held.column_name)
            WHEN 'VARCHAR' THEN format('"{0}" || chr(1)', held.column_name)
        END AS new_key
    FROM duckdb_constraints() AS required
    INNER JOIN duckdb_columns() AS held
        ON required.table_oid = held.table_oid AND held.column_name = required.constraint_column_names[-1]
    WHERE required.constraint_type = 'PRIMARY KEY' AND NOT held.internal
)

SELECT
    table_name,
    1 AS place,
    format('INSERT OR IGNORE INTO "{0}" SELECT * FROM "{0}"', table_name) AS statement
FROM keyed
UNION ALL
SELECT
    table_name,
    2 AS place,
    format(
        'INSERT OR IGNORE INTO "{0}" SELECT * REPLACE ({2} AS "{1}") FROM "{0}"', table_name, column_name, new_key
    ) AS statement
FROM keyed
WHERE new_key IS NOT NULL
ORDER BY table_name, place;
