"""The kept record of the demonstration against importing its files: every table, row by row."""

from datetime import datetime
from typing import Any

from jasc_data.demonstration.record import demonstration_store
from jasc_data.demonstration.store import imported_store
from jasc_data.store.connection import Store
from jasc_data.uploads.upload_log import now
from tests.builders import GROUPS
from tests.demonstrated import demonstrated

Table = list[tuple[Any, ...]]


def tables(store: Store) -> dict[str, Table]:
    with store.snapshot() as snapshot:
        names = [name for (name,) in snapshot.told("SELECT table_name FROM duckdb_tables() WHERE NOT internal")]
        return {name: sorted(snapshot.told(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def without_moments(table: Table) -> Table:
    return sorted((tuple(None if isinstance(cell, datetime) else cell for cell in row) for row in table), key=repr)


def test_every_table_is_as_importing_the_files_gives_it() -> None:
    kept, imported = tables(demonstrated()), tables(imported_store(GROUPS))
    assert kept.keys() == imported.keys()
    assert len(kept["item_row"]) > 8_000
    differing = [name for name in kept if without_moments(kept[name]) != without_moments(imported[name])]
    assert not differing, f"{differing}: write the record anew with python -m tests.make_demonstration"


def test_it_is_as_if_imported_just_now_and_in_the_same_order() -> None:
    began = now()
    with demonstration_store().snapshot() as snapshot:
        moments = [moment for (moment,) in snapshot.told("SELECT happened_at FROM action_log ORDER BY action_id")]
        (last,) = snapshot.told("SELECT max(happened_at) FROM reply_action")[0]
    assert moments == sorted(moments)
    assert began <= last <= now()
