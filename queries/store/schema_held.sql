-- Which product's store is this, and of which schema? Asked of the stores of every release, so it never changes: what a
-- later schema adds is asked for once the store is known to be of it.
-- One row.
SELECT
    product,
    schema_version
FROM store_state;
