"""Every upload ever committed, and everything that happened to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jasc_data.domain.actor import Actor, Done, Role, Way
from jasc_data.domain.vocabulary import ExportType, Kind, LogAction
from jasc_data.store.snapshot import Snapshot


class UploadState(StrEnum):
    """Whether an upload counts: derived from the log and from what later uploads of its type and date speak for."""

    LIVE = "live"
    REPLACED = "replaced"
    PARTLY_REPLACED = "partly replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class LoggedUpload:
    """One upload. committed_at is in UTC; live is False while it is withdrawn.

    replaced_by: the live uploads that decide what it speaks for, or some of it (rule 7). request: the whole request
    that made it, as JSON; None where an early release kept only parts of it.
    """

    upload_id: int
    export_type: ExportType
    as_of: date
    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    layout: str
    row_count: int
    request: str | None
    live: bool
    state: UploadState
    replaced_by: list[int]
    committed_at: datetime
    committed_by: str
    committed_role: Role
    committed_way: Way

    @property
    def actor(self) -> Actor:
        """Who committed it."""
        return Actor(self.committed_by, self.committed_role, self.committed_way)


@dataclass(frozen=True)
class Action(Done):
    """One entry of the append-only log; happened_at is in UTC."""

    action_id: int
    upload_id: int
    action: LogAction
    detail: str


def logged_uploads(snapshot: Snapshot) -> list[LoggedUpload]:
    """Every upload, latest first."""
    return snapshot.rows("uploads/history", LoggedUpload)


@dataclass(frozen=True)
class SpokenFor:
    """For which forces an upload speaks, and of which kinds."""

    upload_id: int
    forces: list[str]
    kinds: list[Kind]


def spoken_for(snapshot: Snapshot, upload_ids: Iterable[int]) -> dict[int, SpokenFor]:
    """For what these uploads speak, by their numbers, of those alone: all of ten years take a while."""
    numbers = list(upload_ids)
    found = {row.upload_id: row for row in snapshot.rows("uploads/spoken_for", SpokenFor, upload_ids=numbers)}
    return {number: found.get(number, SpokenFor(number, [], [])) for number in numbers}


def action_log(snapshot: Snapshot) -> list[Action]:
    """Everything that happened, in order."""
    return snapshot.rows("uploads/log", Action)
