"""Bringing a commit from the store's log file (.wal) into its main file, before it is said to be done."""

import logging
import time

import duckdb

from jasc_data.domain.failures import StoreUnusable

_TRIES, _BETWEEN = 20, 0.05  # seconds


def write_to_main_file(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes what the log file holds into the main file; a moment later when DuckDB is not ready for it.

    Raises StoreUnusable when the disk refuses. Where something keeps it from being done, the commit stands in the log
    file, on the disk as well: the next checkpoint takes it along.
    """
    for _ in range(_TRIES):
        try:
            with connection.cursor() as cursor:
                cursor.execute("CHECKPOINT")
            return
        except duckdb.TransactionException:
            time.sleep(_BETWEEN)
        except duckdb.Error as failure:
            raise StoreUnusable(
                "What was just sent is committed, but the disk refused to write it into the store's main file (it may "
                "be full). It stands in the store's log file (.wal): leave that where it is, make room on the disk and "
                "start the dashboard again."
            ) from failure
    logging.getLogger("jasc").warning("A commit stands in the store's log file alone until the next checkpoint")
