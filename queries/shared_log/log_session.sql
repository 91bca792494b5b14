-- How long is waited, told to PostgreSQL at the start of each connection: for an answer, for the log's lock, and for a
-- server that holds the lock and has died in a way that nobody noticed.
-- Parameters: answer, lock, silent.
-- One row.
SELECT
    set_config('statement_timeout', $answer, FALSE) AS answer,
    set_config('lock_timeout', $lock, FALSE) AS lock,
    set_config('idle_in_transaction_session_timeout', $silent, FALSE) AS silent;
