"""Where the uploader is: the file, the answers so far, and what was made of them. Lives in the browser session."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from jasc_data.domain.perspective import Viewpoint
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.readers import FileTooMuch
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.uploads.commit import Outcome, keep_decisions, rehearse
from jasc_data.uploads.decisions import learned_in
from pages._shared.session import Session
from pages._shared.turns import writing_once
from pages._shared.upload.apart import read_apart

_KEY = "journey"
Made = TypeVar("Made")
Rows = list[dict[str, str]]
STEPS = ("Choose the file", "What was read", "What would change", "Commit")


@dataclass(frozen=True)
class Told:
    """What is said above the next step. version: of the store then, where it is true of that alone."""

    words: str
    done: bool = True
    version: int | None = None


@dataclass
class Grid:
    """The figures typed into a grid, a row for each force: what it began with, and what it holds now."""

    begun: Rows
    now: Rows


@dataclass
class Journey:
    """One upload on its way. ``round`` gives the widgets of each new upload their own keys."""

    round: int = 0
    step: int = 1
    waiting: list[tuple[str, bytes]] = field(default_factory=list)  # the files chosen, the current one first
    request: UploadRequest = field(default_factory=UploadRequest)
    seen_version: int | None = None
    told: Told | None = None
    grid: Grid | None = None  # what was typed without a file
    tracking: Any = None  # what was said of a tracking workbook; see upload/tracking.py
    _hashed: tuple[bytes, str] = (b"", "")
    _made: dict[str, tuple[object, Any]] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """The current file's name."""
        return self.waiting[0][0]

    @property
    def content(self) -> bytes:
        """The current file's bytes."""
        return self.waiting[0][1]

    @property
    def digest(self) -> str:
        """By which the current file's bytes are known again."""
        if self._hashed[0] is not self.content:
            self._hashed = self.content, hashlib.sha256(self.content).hexdigest()
        return self._hashed[1]

    def key(self, name: str) -> str:
        """A widget key that belongs to this upload alone."""
        return f"{name}_{self.round}_{len(self.waiting)}"

    def go(self, step: int) -> None:
        """To another step; what was said before has been read."""
        self.step, self.told = step, None

    def refuse(self, words: str) -> None:
        """Back to what would change, with what stands against it."""
        self.go(3)
        self.told = Told(words, done=False)

    def next_file(self, words: str, version: int) -> None:
        """The current file is done, with the store at that version; on to the next one chosen, or to a new start."""
        self._begin(self.waiting[1:], Told(words, version=version))

    def stop(self) -> None:
        """The uploader does not want to wait for the current file: back to choosing."""
        self._begin([], Told("Reading the file was stopped; nothing was changed."))

    def _begin(self, waiting: list[tuple[str, bytes]], told: Told) -> None:
        """In place: to put another into the session would end a run whose button was pressed again meanwhile, before
        anybody knows what it did."""
        vars(self).update(vars(Journey(self.round + 1, 2 if waiting else 1, waiting, told=told)))


def journey() -> Journey:
    """The upload of this browser session."""
    here: Journey = st.session_state.setdefault(_KEY, Journey())
    return here


def stopped() -> None:
    """The button that stops the reading of the current file."""
    journey().stop()


def show_told(session: Session, here: Journey) -> None:
    """What was done or refused last, until the uploader goes on: who presses twice runs the page twice."""
    told = here.told
    if told is None or told.version not in (None, session.store_version):
        return
    if told.done:
        st.success(told.words, icon=":material/check:")
    else:
        st.warning(told.words, icon=":material/warning:")


def context_of(session: Session) -> CheckContext:
    """What a file is checked against, with what earlier uploaders decided."""
    with session.store.snapshot() as snapshot:
        return session.upload_context(learned_in(snapshot))


def checked_file(session: Session, request: UploadRequest | None = None) -> CheckedFile:
    """The current file, checked with the answers given so far (or with another request)."""
    here = journey()
    asked = request or here.request
    key = (here.digest, asked, session.store_version)
    return remembered(f"checked {asked.covers_reports}", key, lambda: _check(session, asked))


def preview(session: Session, request: UploadRequest | None = None) -> Outcome:
    """What committing the current file would do, with the headline figures before and after."""
    here = journey()
    asked = request or here.request
    key = (here.digest, asked, session.store_version)
    return remembered(f"preview {asked.covers_reports}", key, lambda: _rehearse(session, asked))


def keep_answers(session: Session, here: Journey) -> None:
    """Remembers what was said of headings, words and missing columns, whether or not the file is committed later."""
    said = {(entry.domain, entry.word) for entry in here.request.decisions}
    answers = [entry for entry in checked_file(session).decisions if (entry.domain, entry.word) in said]
    if answers:
        actor = session.actor
        with writing_once():
            keep_decisions(session.store, answers, actor)


def viewpoint_of(session: Session) -> Viewpoint:
    """From where the headline figures are looked at: always the real home force."""
    context = session.upload_context()
    return Viewpoint(context.home_force, context.groups, context.directory.names)


def _check(session: Session, request: UploadRequest) -> CheckedFile:
    here = journey()
    context = context_of(session)
    with st.spinner("Reading the file …"):
        return read_apart(check_file, here.content, here.file_name, request, context, on_stop=stopped)


def _rehearse(session: Session, request: UploadRequest) -> Outcome:
    with st.spinner("Comparing with what is held …"):
        return rehearse(session.store, checked_file(session, request), viewpoint_of(session))


def remembered(name: str, key: object, make: Callable[[], Made]) -> Made:
    """What was made of the current file under that name; made again when its key is another.

    Raises FileTooMuch, at once the second time.
    """
    made = journey()._made
    if name not in made or made[name][0] != key:
        try:
            made[name] = (key, make())
        except FileTooMuch as failure:
            made[name] = (key, failure)
    kept: Made | FileTooMuch = made[name][1]
    if isinstance(kept, FileTooMuch):
        raise kept
    return kept
