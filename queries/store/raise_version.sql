-- Raises the data version, in the transaction that changes the data.
UPDATE store_state
SET data_version = data_version + 1
RETURNING data_version;
