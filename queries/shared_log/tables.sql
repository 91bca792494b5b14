-- How are the rows told that a transaction appended to each table of the record, and how are they written elsewhere?
-- A table's first column is its growing number; of original files those are new that were not held before. What is derived
-- is no part of the record (items' lives are told, as such, for who keeps them with it), nor what says how this one store
-- stands.
-- One row per table, with its columns in their order; the statements take what stands at their question marks.
WITH held AS (
    SELECT
        columns.table_name,
        columns.column_name,
        columns.data_type,
        columns.column_index
    FROM duckdb_columns() AS columns
    SEMI JOIN duckdb_tables() AS tables
        ON columns.table_oid = tables.table_oid AND columns.database_name = tables.database_name
    WHERE
        columns.database_name = current_database()
        AND NOT columns.internal
        AND columns.table_name NOT IN ('store_state', 'spans_tell', 'log_held')
),

recorded AS (
    SELECT
        table_name,
        min_by(column_name, column_index) AS key,
        min_by(data_type, column_index) AS key_type,
        list(column_name ORDER BY column_index) AS columns,
        list(data_type ORDER BY column_index) AS types,
        string_agg(format('unnest(?::{1}[]) AS "{0}"', column_name, data_type), ', ' ORDER BY column_index) AS listed
    FROM held
    GROUP BY table_name
)

SELECT
    table_name,
    table_name = 'item_span' AS derived,
    columns,
    types,
    if(
        key_type = 'VARCHAR',
        format('SELECT list("{1}" ORDER BY "{1}") FROM "{0}"', table_name, key),
        format('SELECT max("{1}") FROM "{0}"', table_name, key)
    ) AS mark,
    if(
        key_type = 'VARCHAR',
        format('SELECT * FROM "{0}" WHERE NOT list_contains(coalesce(?::VARCHAR[], []), "{1}")', table_name, key),
        format('SELECT * FROM "{0}" WHERE "{1}" > coalesce(?::BIGINT, 0)', table_name, key)
    ) AS appended,
    format('INSERT INTO "{0}" BY NAME SELECT {1}', table_name, listed) AS append
FROM recorded
ORDER BY table_name;
