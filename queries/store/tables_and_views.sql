-- What does the file hold, whoever made it? It may be another product's store, or damaged.
-- One row a table or view that is not DuckDB's own.
SELECT
    duckdb_tables.table_name AS name,
    'table' AS type
FROM duckdb_tables()
UNION ALL
SELECT
    duckdb_views.view_name AS name,
    'view' AS type
FROM duckdb_views()
WHERE NOT duckdb_views.internal;
