-- Tells which schema the store has, in the transaction that raises it.
-- Parameters: number.
UPDATE store_state
SET schema_version = $number;
