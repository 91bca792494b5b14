"""The rows of the record in a store: how far each table goes, what a transaction appended, appending it elsewhere."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from jasc_data.shared_log.packing import Content, Rows
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Table:
    """A table that is part of the record, with the statements of queries/shared_log/tables.sql."""

    table_name: str
    columns: list[str]
    types: list[str]
    mark: str
    appended: str
    append: str


Marks = dict[str, Any]


def marks(snapshot: Snapshot) -> Marks:
    """By table, how far it goes: its last number, or of files which are held."""
    found = {table.table_name: snapshot.told(table.mark)[0][0] for table in _tables(snapshot)}
    return {table: mark for table, mark in found.items() if mark}  # an empty table, or one with the row of every store


def marks_of(found: Marks) -> str:
    """The same in short, to be compared: two stores that are alike have the same."""
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


def appended(snapshot: Snapshot, before: Marks) -> tuple[Rows, ...]:
    """The rows that came after those marks, of the tables that have any."""
    found = []
    for table in _tables(snapshot):
        rows = snapshot.told(table.appended, [before.get(table.table_name)])
        if rows:
            values = tuple(list(column) for column in zip(*rows, strict=True))
            found.append(Rows(table.table_name, tuple(table.columns), tuple(table.types), values))
    return tuple(found)


def append(snapshot: Snapshot, content: Content) -> None:
    """Writes rows that another server appended. Raises KeyError for a table that this release does not know."""
    tables = {table.table_name: table for table in _tables(snapshot)}
    for rows in content.rows:
        held = dict(zip(rows.columns, rows.values, strict=True))
        table = tables[rows.table]
        snapshot.told(table.append, [held[column] for column in table.columns])
    snapshot.forget()


def _tables(snapshot: Snapshot) -> list[Table]:
    return snapshot.rows("shared_log/tables", Table)
