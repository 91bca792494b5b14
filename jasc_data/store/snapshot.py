"""One consistent state of the store, however many questions are asked of it and whoever commits meanwhile."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

import duckdb
from pydantic import TypeAdapter
from pydantic_core import ArgsKwargs

from jasc_data.store.query_files import needs, only_reads, query, turns

Row = TypeVar("Row")

LAST_POSSIBLE = 2**31 - 1  # of the numbers that uploads can have
_FEW = 2_000  # rows of an answer, and letters of what it was asked with: only answers as small as this are kept


class Snapshot:
    """Answers questions inside one transaction, so that every figure of a page comes from the same data version.

    What a question's header says it needs (the live uploads, which of them decide at a date) is found once, however
    many questions build on it, and found again after the transaction has written.

    known_at: the entry of the log up to which what happened is known, None for all of it (rule 21). What was withdrawn,
    restored or uploaded later has then not happened; what reads the uploads themselves sees only those committed.
    written_by: the moment (UTC) up to which what people wrote is known, None for all until the entry after that one.
    """

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, known_at: int | None = None, written_by: datetime | None = None
    ):
        self._cursor = cursor
        self._remembered: set[tuple[str, date | None]] = set()
        self._answered: dict[tuple[str, type, str], list[Any]] = {}
        self._turned = False
        self.known_at = known_at
        if known_at is not None and known_at < self.last_entry:
            cursor.execute(query("memory/known_at"), {"entry": known_at})
            cursor.execute(query("memory/known_at_view"))
            self._know_lives()
        if written_by is not None:
            cursor.execute(query("memory/written_by"), {"moment": written_by})
        state = self.raw("store/state")[0]
        self.data_version = int(state["data_version"])
        self.has_ever_held_an_upload = bool(state["uploads_ever"])

    def rows(self, name: str, row_type: type[Row], /, **parameters: Any) -> list[Row]:
        """The answer to ``queries/<name>.sql`` as rows of that dataclass: columns and fields go by name.

        What a page's parts ask alike is found once, until something is written.
        Raises pydantic.ValidationError when the query and the dataclass disagree, which is our bug.
        """
        asked = (name, row_type, repr(parameters))
        if asked in self._answered:
            return list(self._answered[asked])
        columns, told = self.table(name, **parameters)
        in_order = columns == [field.name for field in fields(row_type)][: len(columns)]  # type: ignore[arg-type]
        # by place, where that is the same as by name, takes a third of the time
        found = _adapter(row_type).validate_python(list(map(ArgsKwargs, told)) if in_order else _named(columns, told))
        if len(found) <= _FEW and len(asked[2]) <= _FEW:
            self._answered[asked] = list(found)
        return found

    def raw(self, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The same as plain dictionaries."""
        return _named(*self.table(name, **parameters))

    def table(self, name: str, /, **parameters: Any) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The same as the names of its columns, and its rows."""
        self._run(name, parameters)
        return [column[0] for column in self._cursor.description or ()], self._cursor.fetchall()

    def values(self, name: str, /, **parameters: Any) -> list[Any]:
        """The same of a query of one column, as its values."""
        self._run(name, parameters)
        return [value for (value,) in self._cursor.fetchall()]

    def arrow(self, name: str) -> Any:
        """The same as an Arrow table (``pyarrow.Table``), of a query without parameters."""
        return self._cursor.sql(query(name)).to_arrow_table()

    @contextmanager
    def beside(self, name: str, rows: object) -> Iterator[None]:
        """Lays an Arrow table beside what is held, under that name, for as long as the block lasts."""
        self._cursor.register(name, rows)
        yield
        self._cursor.unregister(name)  # what fails in the block ends the transaction, and its cursor with it

    def check(self, name: str, first_upload: int = 0, last_upload: int = LAST_POSSIBLE) -> list[dict[str, Any]]:
        """What a check finds; nothing in a sound store.

        first_upload: rows of earlier ones were looked at before. last_upload: the last held; where it is the first as
        well, as it is after most files, DuckDB knows how few rows those are, and reads only what they lead to.
        """
        asked = {"first_upload": first_upload, "last_upload": last_upload} if "$first_upload" in query(name) else {}
        return self.raw(name, **asked)

    def lives_touched(self) -> tuple[list[str], list[str]]:
        """The forces, and the items by their keys as written, whose lives are not told as the live uploads have it."""
        touched = self.raw("lives/touched")
        forces = [row["force"] for row in touched if row["item_key"] is None]
        return forces, [row["item_key"] for row in touched if row["item_key"] is not None]

    def _know_lives(self) -> None:
        """Where other uploads were live than are now, items lived otherwise as well."""
        forces, keys = self.lives_touched()
        if forces or keys:
            self._cursor.execute(query("memory/item_span"), {"forces": forces, "keys": keys})
            self._cursor.execute(query("memory/item_span_view"))

    def entry_at(self, moment: datetime) -> int:
        """The last entry of the log at a moment in UTC, to look from later; 0 when nothing had happened yet."""
        return int(self.raw("store/entry_at", moment=moment)[0]["entry"])

    @property
    def last_entry(self) -> int:
        """The last entry of the log that is known here; 0 when nothing has happened yet."""
        return int(self.raw("store/last_entry")[0]["entry"])

    def write(self, name: str, /, **parameters: Any) -> None:
        """Runs a writing query; only ``uploads`` and ``editorial`` do so, inside ``Store.writing``."""
        self._run(name, parameters)

    def raise_version(self) -> None:
        """Tells every cache that what is held has changed; part of each transaction that changes it."""
        self.write("store/raise_version")

    def set_data_version(self, version: int) -> None:
        """Counts on from that version: of a store that is restored."""
        self.write("store/set_data_version", version=version)

    def set_product(self, product: str) -> None:
        """Says whose store this is: one that is still being made says that of itself, and then nobody can open it."""
        self.write("store/set_product", product=product)

    def keep_file(self, content: bytes) -> str:
        """Keeps the bytes of a file that came in, once however often it comes, and gives their SHA-256."""
        sha256, compressed = hashlib.sha256(content).hexdigest(), zlib.compress(content)
        self.write("store/insert_original_file", sha256=sha256, byte_count=len(content), compressed=compressed)
        return sha256

    def forget(self) -> None:
        """What was found holds no longer."""
        if self._remembered:
            self._cursor.execute(query("memory/forget"))
            self._remembered.clear()
        self._turned = False

    def run_told(self, name: str) -> None:
        """Runs the statements that the answer to a query tells."""
        self._answered.clear()
        for row in self.raw(name):
            self._cursor.execute(row["statement"])

    def told(self, statement: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Runs one statement that the answer to a query told, and gives its rows. given: for its question marks."""
        self._answered.clear()
        return self._cursor.execute(statement, list(given) or None).fetchall()

    def _run(self, name: str, parameters: dict[str, Any]) -> None:
        if self._turned:
            self.forget()
        for need in needs(name):
            self._remember(need.name, parameters[need.day] if need.day else None)
        if not only_reads(name):
            self._answered.clear()
        self._cursor.execute(query(name), parameters or None)
        self._turned = turns(name)

    def _remember(self, name: str, day: date | None) -> None:
        if not self._remembered:
            self._find("live_upload")
        if (name, day) in self._remembered:
            return
        if day is None:
            self._find(name)
        else:
            first = (name, None) not in self._remembered
            self._cursor.execute(query(f"memory/{name}_{'first' if first else 'next'}"), {"day": day})
            if first:
                self._find(name)
            self._cursor.execute(query(f"memory/{name}_prepared"), {"day": day})
            self._remembered.add((name, day))

    def _find(self, name: str) -> None:
        self._cursor.execute(query(f"memory/{name}"))
        self._remembered.add((name, None))


def _named(columns: Sequence[str], told: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in told]


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(row_type: type[Row]) -> TypeAdapter[list[Row]]:
    if row_type not in _ADAPTERS:
        _ADAPTERS[row_type] = TypeAdapter(list[row_type])  # type: ignore[valid-type]
    return _ADAPTERS[row_type]
