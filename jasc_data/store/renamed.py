"""A state of the store in which forces go by other names, so that no answer found from it can tell their own."""

from collections.abc import Callable, Mapping
from typing import Any

from jasc_data.store.snapshot import Snapshot


class RenamedSnapshot(Snapshot):
    """The same state, its rows told with other names of forces.

    forces: by its own name, what a force is called. texts: what becomes of any other text of a row, by its column and
    itself, for what is written in an export can name a force as well.
    """

    def __init__(self, state: Snapshot, forces: Mapping[str, str], texts: Callable[[str, str], str]):
        self._state, self._forces, self._texts = state, forces, texts
        self._answered = {}  # under these names alone; nothing is written through it
        self.known_at, self.data_version = state.known_at, state.data_version
        self.has_ever_held_an_upload = state.has_ever_held_an_upload

    def table(self, name: str, /, **parameters: Any) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The answer to a query under the other names."""
        columns, told = self._state.table(name, **parameters)
        return columns, [tuple(map(self._renamed, columns, row)) for row in told]

    def _renamed(self, column: str, value: Any) -> Any:
        return self._forces.get(value) or self._texts(column, value) if isinstance(value, str) else value
