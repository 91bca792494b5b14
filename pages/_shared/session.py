"""What every page run starts from: the settings, the store (or the demonstration), and one consistent state of it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pydantic import SecretStr

from jasc_data.answers.figures.headlines import HeldDate, default_date, held_dates
from jasc_data.demonstration.forces import HOME, PAPER_TARGET, demonstration_directory
from jasc_data.demonstration.record import demonstration_store
from jasc_data.domain.actor import Actor
from jasc_data.domain.forces import ForceDirectory, national_directory
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.policy import written_until
from jasc_data.domain.settings import Settings, read_settings
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from pages._shared.grounds import Grounds
from pages._shared.process_wide import ProcessWide
from pages._shared.single_flight import SingleFlight
from pages._shared.visitor import visitor

if TYPE_CHECKING:
    from jasc_data.intake.checking import CheckContext
    from jasc_data.intake.learned import Learned

_QUIET = 10.0  # seconds after the start in which nothing is backed up that did not change: the first page comes first
_current: ContextVar["Session"] = ContextVar("session")
_opened: dict[Path, Store] = {}
_opening = Lock()
_dates: SingleFlight[tuple[HeldDate, ...]] = SingleFlight(8)  # by whose they are, as of which state of the store


@dataclass
class Session:
    """One page run. ``store`` is the real store, also while the demonstration is shown; ``snapshot`` is what is read.

    today is the day on which the run began: a run over midnight speaks of one day. as_of is the date chosen in the
    frame, None for the latest.
    """

    settings: Settings
    groups: PeerGroups
    store: Store
    snapshot: Snapshot
    demonstration: bool
    home: str
    directory: ForceDirectory
    dates: tuple[HeldDate, ...]
    today: date
    as_of: date | None = None
    _grounds: dict[date | None, Grounds] = field(default_factory=dict)  # by the date chosen: their key is dear to make

    @cached_property
    def latest(self) -> date | None:
        """The date that is shown when none is chosen; None when nothing is held."""
        return default_date(self.dates)

    @property
    def grounds(self) -> Grounds:
        """What the answers of this run rest on."""
        if self.as_of not in self._grounds:
            viewpoint = Viewpoint(self.home, self.groups, self.directory.names)
            as_of = self.as_of or self.latest
            self._grounds[self.as_of] = Grounds(
                self.snapshot, viewpoint, self.settings, self.demonstration, as_of, self.today
            )
        return self._grounds[self.as_of]

    @property
    def until(self) -> date:
        """Up to which day what people wrote holds (see ``written_until``)."""
        shown = self.as_of or self.latest or self.today
        return written_until(shown, self.latest, self.today, invented=self.demonstration and self.latest is not None)

    @property
    def target(self) -> int | None:
        """Below how many open recommendations the force wants to come; None when no target is set."""
        return self.settings.target or (PAPER_TARGET if self.demonstration else None)

    @property
    def actor(self) -> Actor:
        """Who is at work now. Raises what ``visitor`` raises: a session can end while a page stands open."""
        return visitor(self.settings)

    @property
    def store_version(self) -> int:
        """The data version of the real store, also while the demonstration is shown."""
        with self.store.snapshot() as snapshot:
            return snapshot.data_version

    def upload_context(self, learned: "Learned | None" = None) -> "CheckContext":
        """What an uploaded file is checked against: always the real forces, also while the demonstration is shown."""
        from jasc_data.intake.checking import CheckContext
        from jasc_data.intake.learned import Learned

        known = learned or Learned()
        settings = self.settings
        return CheckContext(
            national_directory(), settings.home_force, self.groups, self.today, known, settings.most_rows
        )


@contextmanager
def opened_session(known_at: int | None = None) -> Iterator[Session]:
    """The session of this page run. Raises the failures of settings and store, worded for the person at the screen.

    known_at: the entry of the log up to which what happened is known; None for all of it (rule 21).
    """
    settings = read_settings()
    groups = settings.groups()
    store = opened_store(settings.store, settings.backup_dir, migrate=settings.migrate, log=settings.log)
    with store.snapshot(known_at) as snapshot:
        if snapshot.has_ever_held_an_upload:
            yield from _remembered(settings, groups, store, snapshot, national_directory(), settings.home_force)
            return
    with _demonstration().snapshot(known_at) as snapshot:
        yield from _remembered(settings, groups, store, snapshot, demonstration_directory(), HOME)


def open_ahead() -> None:
    """Opens what the first visit reads, beside what else the server begins with. Failures are the visit's to tell."""
    with suppress(Exception), opened_session():
        pass


def current() -> Session:
    """The session that app.py opened for this run."""
    return _current.get()


def _remembered(
    settings: Settings, groups: PeerGroups, store: Store, snapshot: Snapshot, directory: ForceDirectory, home: str
) -> Iterator[Session]:
    shown = directory is not national_directory()
    whose = "demonstration" if shown else str(store.path)
    key = (whose, snapshot.data_version, snapshot.known_at, home)
    dates = _dates.get(key, lambda: held_dates(snapshot, home))
    session = Session(settings, groups, store, snapshot, shown, home, directory, dates, date.today())
    token = _current.set(session)
    try:
        yield session
    finally:
        _current.reset(token)


def opened_store(
    path: Path, second: Path | None = None, *, migrate: bool = True, log: SecretStr | None = None
) -> Store:
    """The store of this process, opened once with its backups, to stay open. second: a further place for backups.

    migrate: whether an earlier release's is raised. log: the address of the log that it follows, None for none.
    Not in a cache of Streamlit's, which any visitor can have cleared: a store that is open cannot be opened again.
    """
    with _opening:
        if path not in _opened:
            _opened[path] = open_kept(path, log, create=True, migrate=migrate)
            _opened[path].keep_backups(second, _QUIET)
        return _opened[path]


def close_stores() -> None:
    """When the process ends: closes each store, once the commit under way and its backup are done, for good."""
    with _opening:
        for store in _opened.values():
            store.close()


@ProcessWide
def _demonstration() -> Store:
    return demonstration_store()
