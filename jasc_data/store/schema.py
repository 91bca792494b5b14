"""The schema's version: creating it, raising it (a backup first, then all or nothing), refusing a newer one."""

from pathlib import Path

import duckdb

from jasc_data.domain.failures import StoreDamaged, StoreNewer, StoreOlder, StoreReadOnly
from jasc_data.store.backup import copy_store
from jasc_data.store.lives import tell_all_lives
from jasc_data.store.query_files import migrations, query, view_definitions, views_key
from jasc_data.store.snapshot import Snapshot

PRODUCT = "JASC inspection dashboard"


def prepare(
    connection: duckdb.DuckDBPyConnection,
    backups: Path | None,
    *,
    read_only: bool,
    migrate: bool = True,
    steps: dict[int, str] | None = None,
) -> None:
    """Brings the store to this release's schema and views in one transaction, after a backup.

    migrate: False leaves a store of an earlier release as it is. Raises StoreDamaged for a DuckDB file that is not this
    product's, StoreNewer for one of a newer release, StoreOlder for one that is to be left, and StoreReadOnly when the
    store must be raised but cannot be written. The file is then as it was.
    """
    steps = migrations() if steps is None else steps
    held = _version(connection)
    newest = max(steps)
    if held > newest:
        raise StoreNewer(
            f"The store has schema version {held}, this release knows {newest}. "
            "Update the dashboard. Nothing was changed."
        )
    if 0 < held < newest and not migrate:
        raise StoreOlder(
            f"The store has schema version {held}, this release has {newest}, and JASC_MIGRATE=no says to leave it so. "
            "Nothing was changed. Start the earlier release, or set JASC_MIGRATE to yes: the store is then backed up "
            "and brought up to date, and the earlier release can use the backup alone."
        )
    if held == newest and _views_are_current(connection):
        return
    if read_only:
        raise StoreReadOnly("The store must be brought up to date, but its file is read-only. Nothing was changed.")
    if held and held < newest and backups is not None:
        copy_store(connection, backups, f"before-schema-{newest:04}")
    connection.execute("BEGIN TRANSACTION")
    try:
        for number in range(held + 1, newest + 1):
            connection.execute(steps[number])
            connection.execute(query("store/set_schema_version"), {"number": number})
        for statement in view_definitions():
            connection.execute(statement)
        if held:  # in a new store nobody has lived yet
            _tell_lives(connection)
        connection.execute(query("store/set_views_key"), {"key": views_key()})
        connection.execute("COMMIT")
    except duckdb.Error:
        connection.execute("ROLLBACK")
        raise


def _tell_lives(connection: duckdb.DuckDBPyConnection) -> None:
    """What views derive is derived anew where they have changed."""
    snapshot = Snapshot(connection)
    tell_all_lives(snapshot)
    snapshot.forget()


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    """The schema version held; 0 for a store without any table or view yet."""
    held = connection.execute(query("store/tables_and_views")).fetchall()
    if not held:
        return 0
    if {("store_state", "table"), ("upload", "table")} <= set(held):
        try:
            rows = connection.execute(query("store/schema_held")).fetchall()
        except (duckdb.CatalogException, duckdb.BinderException):
            rows = []
        if rows and rows[0][0] == PRODUCT:
            return int(rows[0][1])
    raise StoreDamaged("The file is a DuckDB store, but not one of this dashboard. It was left as it is.")


def _views_are_current(connection: duckdb.DuckDBPyConnection) -> bool:
    rows = connection.execute(query("store/state")).fetchall()
    return bool(rows) and rows[0][3] == views_key()
