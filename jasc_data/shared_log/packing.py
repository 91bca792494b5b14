"""Rows as bytes and back, exactly: dates, moments, bytes and decimals as text in JSON, compressed."""

import base64
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Ways = Mapping[str, Callable[[Any], Any]]

_AS_IT_IS = frozenset({"BOOLEAN", "INTEGER", "BIGINT", "DOUBLE", "VARCHAR"})
_TO_TEXT: Ways = {
    "DATE": date.isoformat,
    "TIMESTAMP": datetime.isoformat,
    "DECIMAL": str,
    "BLOB": lambda value: base64.b64encode(value).decode(),
}
_FROM_TEXT: Ways = {
    "DATE": date.fromisoformat,
    "TIMESTAMP": datetime.fromisoformat,
    "DECIMAL": Decimal,
    "BLOB": base64.b64decode,
}


@dataclass(frozen=True)
class Rows:
    """Rows of one table: a list of values a column, with the column's type as the database names it."""

    table: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    values: tuple[list[Any], ...]


@dataclass(frozen=True)
class Content:
    """What an entry holds. marks: how far the tables went before its rows were appended (``record.marks_of``)."""

    marks: str
    rows: tuple[Rows, ...]


def packed(content: Content) -> bytes:
    """The content as bytes, the same for the same rows. Raises ValueError for a type that it cannot hold exactly."""
    tables = [
        (rows.table, rows.columns, rows.types, _all_told(rows.types, rows.values, _TO_TEXT)) for rows in content.rows
    ]
    document = json.dumps([content.marks, tables], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(document.encode())


def unpacked(content: bytes) -> Content:
    """The content that was packed. Raises ValueError for a type that it does not know."""
    marks, tables = json.loads(zlib.decompress(content))
    return Content(
        marks,
        tuple(
            Rows(table, tuple(columns), tuple(types), tuple(_all_told(types, values, _FROM_TEXT)))
            for table, columns, types, values in tables
        ),
    )


def _all_told(types: Sequence[str], values: Sequence[list[Any]], ways: Ways) -> list[list[Any]]:
    return [_told(kind, column, ways) for kind, column in zip(types, values, strict=True)]


def _told(kind: str, values: list[Any], ways: Ways) -> list[Any]:
    if kind in _AS_IT_IS:
        return values
    way = ways.get(kind.partition("(")[0])
    if way is None:
        raise ValueError(f"a column of type {kind} cannot be kept in the log")
    return [None if value is None else way(value) for value in values]
