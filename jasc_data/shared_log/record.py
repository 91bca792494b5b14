"""The rows of the record in a store: how far each table goes, what a transaction appended, appending it elsewhere."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from jasc_data.shared_log.packing import Content, Rows
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class Table:
    """A table that is part of the record, or derived of it, with the statements of queries/shared_log/tables.sql."""

    table_name: str
    derived: bool
    columns: list[str]
    types: list[str]
    mark: str
    appended: str
    append: str


Marks = dict[str, Any]


def marks_of(found: Marks) -> str:
    """The marks in short, to be compared: two stores that are alike have the same."""
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Record:
    """The tables of a store that are part of the record.

    Asked once for an open store: to ask which tables there are holds on to every database that is attached, and a
    backup under way could not let go of its copy until the transaction ends.
    """

    tables: tuple[Table, ...]

    @classmethod
    def of(cls, snapshot: Snapshot, *, with_lives: bool = False) -> "Record":
        """That of a store which has just been opened. with_lives: and items' lives, which are derived of it."""
        tables = snapshot.rows("shared_log/tables", Table)
        return cls(tuple(table for table in tables if with_lives or not table.derived))

    def marks(self, snapshot: Snapshot) -> Marks:
        """By table, how far it goes: its last number, or of files which are held; none of an empty one."""
        found = {table.table_name: snapshot.told(table.mark)[0][0] for table in self.tables}
        return {name: mark for name, mark in found.items() if mark}  # 0 is a row that every store has

    def appended(self, snapshot: Snapshot, before: Marks) -> tuple[Rows, ...]:
        """The rows that came after those marks, of the tables that have any."""
        found = []
        for table in self.tables:
            rows = snapshot.told(table.appended, [before.get(table.table_name)])
            if rows:
                values = tuple(list(column) for column in zip(*rows, strict=True))
                found.append(Rows(table.table_name, tuple(table.columns), tuple(table.types), values))
        return tuple(found)

    def append(self, snapshot: Snapshot, content: Content) -> None:
        """Writes rows that another server appended. Raises KeyError for a table or a column that is not known here."""
        tables = {table.table_name: table for table in self.tables}
        for rows in content.rows:
            held = dict(zip(rows.columns, rows.values, strict=True))
            table = tables[rows.table]
            snapshot.told(table.append, [held[column] for column in table.columns])
        snapshot.forget()
