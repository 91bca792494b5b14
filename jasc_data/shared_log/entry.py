"""What a log holds: entries in a chain, each with the SHA-256 of the one before; and what is asked of a log."""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Head:
    """Which log it is, and its last entry; number 0 while it has none."""

    log_id: str
    number: int = 0
    sha256: str = ""
    schema_version: int = field(default=0, compare=False)  # the SHA-256 stands for it as well


@dataclass(frozen=True)
class Entry:
    """All that one transaction appended, packed. whole: a store's whole content, which stands for all before it.

    schema_version, release: of the dashboard that wrote it. previous: the SHA-256 of the entry before; "" of the first.
    """

    number: int
    schema_version: int
    release: str
    whole: bool
    previous: str
    content: bytes
    sha256: str

    @property
    def proven(self) -> bool:
        """Whether it is as it was written."""
        return self.sha256 == _digest(self.number, self.schema_version, self.previous, self.content, whole=self.whole)


def entry_after(head: Head, schema_version: int, release: str, content: bytes, *, whole: bool = False) -> Entry:
    """The entry that comes next."""
    number, previous = head.number + 1, head.sha256
    sha256 = _digest(number, schema_version, previous, content, whole=whole)
    return Entry(number, schema_version, release, whole, previous, content, sha256)


def _digest(number: int, schema_version: int, previous: str, content: bytes, *, whole: bool) -> str:
    return hashlib.sha256(f"{number} {schema_version} {whole} {previous}\n".encode() + content).hexdigest()


class Source(Protocol):
    """Where entries are read."""

    def head(self) -> Head:
        """The last entry now. Raises LogUnreachable."""

    def after(self, number: int, at_most: int) -> list[Entry]:
        """The entries that come next, in their order. Raises LogUnreachable."""


class Locked(Source, Protocol):
    """A log while nobody else can append to it."""

    def append(self, entry: Entry) -> None:
        """Appends it; it counts once it is kept. Raises LogUnreachable."""

    def keep(self) -> None:
        """Keeps what was appended, for good. Raises LogRefused when nobody can tell whether it was kept."""


class Log(Source, Protocol):
    """A log of several servers."""

    def whole(self) -> int:
        """The number of the last entry with a whole content, from which a new server begins; 0 for from the first."""

    def locked(self) -> AbstractContextManager[Locked]:
        """The log under its lock; what is not kept by the end was never appended. Raises LogUnreachable."""

    def close(self) -> None:
        """Ends its connections."""
