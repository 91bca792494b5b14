-- Tells which definitions of the views the store has, in the transaction that makes them.
-- Parameters: key.
UPDATE store_state
SET views_key = $key;
