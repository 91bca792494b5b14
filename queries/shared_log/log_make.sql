-- Makes the log, asked of PostgreSQL: an entry is all that one commit appended, and no row of it is ever changed or deleted.
SELECT pg_advisory_xact_lock(hashtext('jasc_log'));

CREATE TABLE IF NOT EXISTS jasc_log (
    only_row BOOLEAN     PRIMARY KEY CHECK (only_row),
    log_id   UUID        NOT NULL,
    made_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS jasc_log_entry (
    number         BIGINT      PRIMARY KEY CHECK (number > 0),
    schema_version INTEGER     NOT NULL,
    release        TEXT        NOT NULL,  -- of the dashboard that wrote it
    whole          BOOLEAN     NOT NULL,  -- a store's whole content, from which a new server begins
    previous       TEXT        NOT NULL,  -- the SHA-256 of the entry before; '' of the first
    sha256         TEXT        NOT NULL UNIQUE,
    content        BYTEA       NOT NULL,
    kept_at        TIMESTAMPTZ NOT NULL DEFAULT now()
);

INSERT INTO jasc_log (only_row, log_id)
VALUES (TRUE, gen_random_uuid())
ON CONFLICT DO NOTHING;
