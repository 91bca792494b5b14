-- How does the store as a whole stand?
-- One row.
SELECT
    store_state.product,
    store_state.schema_version,
    store_state.data_version,
    store_state.views_key,
    (SELECT count(*) FROM upload) AS uploads_ever
FROM store_state;
