"""A copy of the store holds all that the store does, or is not there."""

from pathlib import Path

import duckdb
import pytest

from jasc_data.store.backup import copy_store


@pytest.fixture
def connection(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(str(tmp_path / "it's a store.duckdb"))
    connection.execute("CREATE TABLE held AS SELECT 7 AS number")
    return connection


def test_a_copy_holds_what_the_store_does(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    copy = copy_store(connection, tmp_path / "it's a folder", "before-schema-0009")
    assert copy.name.endswith("-before-schema-0009.duckdb")
    with duckdb.connect(str(copy), read_only=True) as copied:
        assert copied.execute("SELECT number FROM held").fetchall() == [(7,)]
    connection.execute("INSERT INTO held VALUES (8)")  # and the store itself goes on


def test_an_unfinished_copy_is_removed(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        """A connection whose disk is full when the copy is made."""

        def execute(self, statement: str) -> duckdb.DuckDBPyConnection:
            if statement.startswith("COPY"):
                raise duckdb.IOException("No space left on device")
            return connection.execute(statement)

    with pytest.raises(duckdb.IOException):
        copy_store(Full(), tmp_path / "backups", "daily")  # type: ignore[arg-type]
    assert list((tmp_path / "backups").iterdir()) == []
    assert connection.execute("SELECT number FROM held").fetchall() == [(7,)]
