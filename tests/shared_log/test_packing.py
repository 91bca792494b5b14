"""What is appended to the log comes back as it was, whatever its type; an entry that is not as it was written is known."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from jasc_data.shared_log.entry import Head, entry_after
from jasc_data.shared_log.packing import Content, Rows, packed, unpacked
from jasc_data.shared_log.record import Record
from tests.builders import empty_store

VALUES = {
    "BOOLEAN": [True, False, None],
    "INTEGER": [0, -(2**31), None],
    "BIGINT": [2**62 + 1, None, 1],
    "DOUBLE": [0.1 + 0.2, 1e-300, None],
    "VARCHAR": ["", '‘Ä’\n\t\0"', None],
    "DATE": [date(1, 1, 1), date(2024, 2, 29), None],
    "TIMESTAMP": [datetime(2026, 6, 1, 9, 30, 0, 1), datetime(1999, 12, 31), None],
    "DECIMAL(18,3)": [Decimal("0.100"), Decimal("-12345678901234.567"), None],
    "BLOB": [b"", bytes(range(256)), None],
}


def test_every_type_comes_back_as_it_was() -> None:
    rows = Rows("a", tuple(f"c{n}" for n in range(len(VALUES))), tuple(VALUES), tuple(VALUES.values()))
    content = Content("marks", (rows,))
    assert unpacked(packed(content)) == content
    assert [type(column[0]) for column in unpacked(packed(content)).rows[0].values] == [
        type(column[0]) for column in VALUES.values()
    ]
    assert packed(content) == packed(content)


def test_a_type_that_cannot_be_kept_exactly_is_refused() -> None:
    with pytest.raises(ValueError, match="TIMESTAMP WITH TIME ZONE"):
        packed(Content("", (Rows("a", ("b",), ("TIMESTAMP WITH TIME ZONE",), ([datetime(2026, 1, 1)],)),)))


def test_every_table_of_the_record_can_be_kept_and_begins_with_its_number() -> None:
    store = empty_store()
    with store.snapshot() as snapshot:
        tables = {table.table_name: table for table in Record.of(snapshot).tables}
    known = {kind.partition("(")[0] for kind in VALUES}
    assert {kind for table in tables.values() for kind in table.types} <= known
    assert {name for name, table in tables.items() if table.types[0] != "INTEGER"} == {"original_file"}
    assert {"upload", "item_said", "item_row", "coverage", "action_log", "standing_text"} <= tables.keys()
    assert tables.keys().isdisjoint({"store_state", "item_span", "spans_tell"})


@pytest.mark.parametrize(
    "changed", [{"content": b"other"}, {"number": 3}, {"previous": "x"}, {"whole": True}, {"schema_version": 1}]
)
def test_an_entry_that_was_changed_is_known(changed: dict[str, object]) -> None:
    entry = entry_after(Head("a log", 1, "before", 9), 9, "1.0.0", b"content")
    assert entry.proven
    assert not replace(entry, **changed).proven  # type: ignore[arg-type]
