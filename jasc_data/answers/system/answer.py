"""How the installation stands: what the store holds, how it is backed up, which settings are in force."""

from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from pydantic import SecretStr

from jasc_data.domain.settings import Settings
from jasc_data.domain.version import VERSION
from jasc_data.store.backup_files import backups_in
from jasc_data.store.backup_keeper import BackupState
from jasc_data.store.connection import Store

Given = tuple[str, str | None, bool]


@dataclass(frozen=True)
class Clock:
    """What is dated later than the clock of this machine says it is, which was set back or went ahead.

    last_entry: the latest moment of an entry of the log that is still to come, in UTC. uploads: those of a date to
    come, the latest of them of ``latest``.
    """

    now: datetime
    last_entry: datetime | None
    uploads: list[int] | None
    latest: date | None


@dataclass(frozen=True)
class LastImport:
    """The export that was committed last. committed_at: in UTC."""

    upload_id: int
    as_of: date
    committed_at: datetime
    withdrawn: bool


@dataclass(frozen=True)
class Running:
    """What runs: the releases of the product and of what it stands on. sessions: how many pages are open now."""

    sessions: int
    product: str = VERSION
    python: str = python_version()
    streamlit: str = version("streamlit")
    duckdb: str = version("duckdb")


@dataclass(frozen=True)
class System:
    """The store by its file, and its backups. backups: None where none are kept. held: how many backups there are.

    second: the further place for backups, None where none is set. settings: each with its value (None: not set) and
    whether it was set from outside.
    """

    file: str
    size: int
    read_only: bool
    schema: int
    changes: int
    uploads: int
    backups: BackupState | None
    held: int
    second: str | None
    settings: tuple[Given, ...]
    clock: Clock
    last_import: LastImport | None

    @property
    def backed_up(self) -> bool:
        """True when the newest backup holds all that the store does."""
        last = self.backups.last if self.backups else None
        return last is not None and last.version == self.changes


def system_of(store: Store, settings: Settings, today: date, now: datetime) -> System:
    """How the installation with this store stands. now: in UTC, what the clock of this machine says."""
    with store.snapshot() as snapshot:
        state = snapshot.raw("store/state")[0]
        clock = Clock(now=now, **snapshot.raw("system/clock", now=now, today=today)[0])
        imports = snapshot.rows("system/last_import", LastImport)
    keeper = store.backups
    return System(
        store.path.name if store.path else "",
        store.path.stat().st_size if store.path and store.path.exists() else 0,
        store.read_only,
        state["schema_version"],
        state["data_version"],
        state["uploads_ever"],
        keeper.state if keeper else None,
        len(backups_in(keeper.folder)) if keeper else 0,
        keeper.second.name if keeper and keeper.second else None,
        tuple(_given(settings, name) for name in Settings.model_fields),
        clock,
        imports[0] if imports else None,
    )


_COUNTED = {"target": "recommendations", "session_hours": "hours", "most_rows": "rows"}


def _words(name: str, told: object) -> str:
    """A setting's value; a number with what it counts."""
    return f"{told} {_COUNTED[name]}" if name in _COUNTED else str(told)


def _given(settings: Settings, name: str) -> Given:
    value = getattr(settings, name)
    told = _told(value)
    return f"JASC_{name.upper()}", None if told is None else _words(name, told), name in settings.model_fields_set


def _told(value: object) -> str | None:
    """Files and folders by their names alone; of a secret, that there is one."""
    if value in (None, "", ()):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return "a secret" if isinstance(value, SecretStr) else value.name if isinstance(value, Path) else str(value)
