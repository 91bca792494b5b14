"""Where the record lies: in this store alone, or in a log that several servers share (``jasc_data.shared_log``)."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from jasc_data.store.snapshot import Snapshot

if TYPE_CHECKING:
    from jasc_data.store.connection import Store


class Turn(Protocol):
    """One transaction that writes, as the log sees it."""

    def begin(self, snapshot: Snapshot) -> None:
        """Before anything is written."""

    def keep(self, snapshot: Snapshot) -> None:
        """Everything is written: the log keeps it before the store does. What is raised here keeps it from both."""


class LogOfRecord(Protocol):
    """What a store asks of its log. notice: why what is held may not be the newest; blank when it is."""

    notice: str

    def catch_up(self, store: "Store") -> None:
        """Before a snapshot: brings into the store what it lacks."""

    def turn(self, store: "Store", *, keep: bool) -> AbstractContextManager[Turn]:
        """Around a transaction that writes, while the store's write lock is held. keep: False for a rehearsal."""

    def close(self) -> None:
        """The store is closed."""


class Alone:
    """The store is the record itself: there is nothing to ask."""

    notice = ""

    def catch_up(self, store: "Store") -> None:
        """Nothing is anywhere else."""

    @contextmanager
    def turn(self, store: "Store", *, keep: bool) -> Iterator["Alone"]:  # noqa: ARG002
        """Nobody else writes."""
        yield self

    def close(self) -> None:
        """There is nothing to end."""

    def begin(self, snapshot: Snapshot) -> None:
        """Nobody needs to know."""

    def keep(self, snapshot: Snapshot) -> None:
        """The store keeps it."""
