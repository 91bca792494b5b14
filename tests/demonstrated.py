"""The demonstration's store, made once for all tests of a process: no test may change it."""

from functools import cache

from jasc_data.demonstration.record import demonstration_store
from jasc_data.store.connection import Store


@cache
def demonstrated() -> Store:
    """A store in memory that holds the demonstration; it stays open."""
    return demonstration_store()
