"""The demonstration's store, made once for all tests of a run: it takes seconds, and no test may change it."""

from functools import cache
from pathlib import Path

import pytest

from jasc_data.demonstration import store as demonstration
from jasc_data.store.connection import Store, open_store
from tests.builders import GROUPS, copy_in_memory
from tests.made_once import made_once


@cache
def demonstrated() -> Store:
    """A store in memory that holds the demonstration, one for all tests of a process; it stays open."""
    return copy_in_memory(made_once("demonstration.duckdb", _make))


def _make(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demonstration, "store_in_memory", lambda: open_store(path, create=True))
        demonstration.demonstration_store(GROUPS).close()
