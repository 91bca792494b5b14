-- Sets the data version of a store that nobody looks at yet, such as one that is restored.
-- Parameters: version.
UPDATE store_state
SET data_version = $version;
