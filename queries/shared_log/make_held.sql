-- Makes room for which entries of a shared log a store has taken in: a row each, none of them ever changed. It is made on
-- demand, outside the schema: a store that is the record itself has none.
CREATE TABLE IF NOT EXISTS log_held (
    noted          INTEGER NOT NULL,  -- counts on; the last one holds
    log_id         VARCHAR NOT NULL,
    number         BIGINT  NOT NULL,  -- the entry before the first that it took in when a store was bound to a log
    sha256         VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,  -- of the store by then
    marks          VARCHAR NOT NULL   -- SHA-256 of how far each table went by then
);
