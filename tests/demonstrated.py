"""The demonstration's store, made once for all tests of a process: it takes seconds, and no test may change it."""

from functools import cache

from jasc_data.demonstration.store import demonstration_store
from jasc_data.store.connection import Store
from tests.builders import GROUPS


@cache
def demonstrated() -> Store:
    """A store in memory that holds the demonstration; it stays open."""
    return demonstration_store(GROUPS)
