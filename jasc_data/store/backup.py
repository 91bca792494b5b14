"""A copy of the whole store, made by DuckDB itself while it is connected."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from jasc_data.store.query_files import query


def copy_store(connection: duckdb.DuckDBPyConnection, folder: Path, label: str) -> Path:
    """Copies the connected store into the folder and returns the copy's path, named for the time and the label.

    Raises duckdb.Error when the disk refuses; an unfinished copy is then removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"jasc-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{label}.duckdb"
    here = connection.execute(query("store/database_name")).fetchone()
    assert here is not None
    place = str(copy.resolve()).replace("'", "''")
    connection.execute(f"ATTACH '{place}' AS backup_copy")
    try:
        connection.execute(f'COPY FROM DATABASE "{here[0]}" TO backup_copy')
    except duckdb.Error:
        connection.execute("DETACH backup_copy")
        copy.unlink(missing_ok=True)
        raise
    connection.execute("DETACH backup_copy")
    return copy
