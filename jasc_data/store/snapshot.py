"""One consistent state of the store, however many questions are asked of it and whoever commits meanwhile."""

from datetime import date
from typing import Any, TypeVar

import duckdb
from pydantic import TypeAdapter

from jasc_data.store.query_files import query

Row = TypeVar("Row")


class Snapshot:
    """Answers questions inside one transaction, so that every figure of a page comes from the same data version.

    remembers: what is known at a date, and how items flow, is found once, however many questions build on it. Only for
    a transaction that writes nothing, where it cannot change.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, *, remembers: bool = False):
        self._cursor = cursor
        self._remembers = remembers
        self._remembered: set[date] = set()
        self._remembers_flows = False
        state = self.raw("uploads/state")[0]
        self.data_version = int(state["data_version"])
        self.has_ever_held_an_upload = bool(state["uploads_ever"])

    def rows(self, name: str, row_type: type[Row], **parameters: Any) -> list[Row]:
        """The answer to ``queries/<name>.sql`` as rows of that dataclass: columns and fields go by name.

        Raises pydantic.ValidationError when the query and the dataclass disagree, which is our bug.
        """
        return _adapter(row_type).validate_python(self.raw(name, **parameters))

    def raw(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """The same as plain dictionaries."""
        if self._remembers and _ABOUT_ITEMS in query(name):
            self._remember(parameters["day"])
        if self._remembers and _ABOUT_FLOWS in query(name):
            self._remember_flows()
        self._cursor.execute(query(name), parameters or None)
        names = [column[0] for column in self._cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in self._cursor.fetchall()]

    def write(self, name: str, **parameters: Any) -> None:
        """Runs a writing query; only ``uploads`` does so, inside ``Store.writing``."""
        self._cursor.execute(query(name), parameters or None)

    def _remember(self, day: date) -> None:
        if not self._remembered:
            self._cursor.execute(query("memory/begin"))
        if day not in self._remembered:
            self._cursor.execute(query("memory/remember"), {"day": day})
            self._remembered.add(day)

    def _remember_flows(self) -> None:
        if not self._remembers_flows:
            self._cursor.execute(query("memory/flows"))
            self._remembers_flows = True


_ABOUT_ITEMS = "_at($day)"  # the views of what is known at a date
_ABOUT_FLOWS = "FROM item_flow"
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(row_type: type[Row]) -> TypeAdapter[list[Row]]:
    if row_type not in _ADAPTERS:
        _ADAPTERS[row_type] = TypeAdapter(list[row_type])  # type: ignore[valid-type]
    return _ADAPTERS[row_type]
