"""The files that pages offer, kept for as long as somebody may still press the button that offers them.

Streamlit forgets what a page offered the moment it runs again, and gives it a new address each time: who presses while
the page runs, or before the new address has reached the browser, is told that the file cannot be made; and a file that
was made is forgotten when any two pages have run, whether or not it was fetched.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streamlit.runtime import memory_media_file_storage
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorage
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx

KEPT_FOR = 120.0  # seconds after a file was made
OFFERED_FOR = 30.0  # seconds after a page stopped offering it: by then the browser has what it offers instead
MOST_OFFERED = 500  # files that a page offered before: ten times what one offers at once
MOST_MADE = 100 * 1024 * 1024  # bytes made for one visitor, in all windows
JUST_ASKED = 15.0  # seconds in which a file that was made is fetched: it is kept whatever there is besides


@dataclass(frozen=True)
class _Made:
    """A file that was made because somebody pressed its button."""

    file_id: str
    page: str
    visitor: str | None
    at: float
    size: int


class PageFiles(MediaFileManager):
    """Streamlit's manager of files, which also knows what each page offered a little while ago.

    whose: the visitor of a page.
    """

    def __init__(
        self,
        storage: MediaFileStorage,
        clock: Callable[[], float] = time.monotonic,
        whose: Callable[[str], str | None] = str,
    ):
        super().__init__(storage)
        vars(memory_media_file_storage)["_PARTIAL_HASH_THRESHOLD"] = sys.maxsize  # the whole of a file is looked at
        self._clock = clock
        self._whose = whose
        self._made: list[_Made] = []  # the oldest first
        self._offered: dict[str, dict[str, float]] = defaultdict(dict)  # page -> file -> until when it is kept
        self._being_made = 0

    def offers(self, pages: frozenset[str], file_id: str) -> bool:
        """Whether one of these pages offers the file, or did a little while ago."""
        now = self._clock()
        with self._lock:
            return any(
                file_id in self._files_by_session_and_coord.get(page, {}).values()
                or self._offered.get(page, {}).get(file_id, now) > now
                for page in pages
            )

    def add(self, path_or_data: bytes | str, mimetype: str, coordinates: str, *more: Any, **named: Any) -> str:
        """As Streamlit's; what stood in this place is kept."""
        self._keep_what_stands_at(coordinates)
        return super().add(path_or_data, mimetype, coordinates, *more, **named)

    def add_deferred(
        self, data_callable: Callable[[], Any], mimetype: str | None, coordinates: str, *more: Any, **named: Any
    ) -> str:
        """As Streamlit's; what stood in this place is kept."""
        self._keep_what_stands_at(coordinates)
        return super().add_deferred(data_callable, mimetype, coordinates, *more, **named)

    def execute_deferred(self, file_id: str) -> str:
        """As Streamlit's; what is made is the page's that asked for it, and kept until it can be fetched."""
        with self._lock:
            self._being_made += 1
            entry = self._deferred_callables.get(file_id)
        try:
            url = super().execute_deferred(file_id)
            if entry is not None:
                name, page = url.rpartition("/")[2], entry["session_id"]
                made = _Made(name.partition(".")[0], page, self._whose(page), self._clock(), self._size(name))
                with self._lock:
                    self._offered[page][made.file_id] = made.at + KEPT_FOR
                    self._made.append(made)
                    self._let_go_of_the_oldest(made.visitor)
            return url
        finally:
            with self._lock:
                self._being_made -= 1

    def clear_session_refs(self, session_id: str | None = None) -> None:
        """As Streamlit's, which says no session when a page runs again, and the session when the page has been left."""
        with self._lock:
            if session_id is not None:
                self._offered.pop(session_id, None)
            elif page := _page():
                until = self._clock() + OFFERED_FOR
                standing = self._files_by_session_and_coord.get(page, {})
                offered = self._offered[page]
                offered.update(dict.fromkeys(standing.values(), until))
                for file_id in sorted(offered, key=offered.__getitem__)[:-MOST_OFFERED]:
                    del offered[file_id]
        super().clear_session_refs(session_id)

    def remove_orphaned_files(self) -> None:
        """As Streamlit's, but not between the making of a file and the note of whose it is."""
        if not self._being_made:
            super().remove_orphaned_files()

    def _get_inactive_file_ids(self) -> set[str]:
        return super()._get_inactive_file_ids() - self._kept()

    def _remove_orphaned_deferred_callables(self) -> None:
        wanted = self._kept().union(*(files.values() for files in self._files_by_session_and_coord.values()))
        for file_id in [file_id for file_id in self._deferred_callables if file_id not in wanted]:
            self._drop_deferred_id(file_id)

    def _size(self, name: str) -> int:
        file = self._storage.get_file(name) if isinstance(self._storage, MemoryMediaFileStorage) else None
        return len(file.content) if file else 0

    def _let_go_of_the_oldest(self, visitor: str | None) -> None:
        """Until what was made for the visitor is within the limit. The lock is held."""
        now = self._clock()
        self._made = [made for made in self._made if now - made.at < KEPT_FOR]
        theirs = [made for made in self._made if made.visitor == visitor]
        total = sum({made.file_id: made.size for made in theirs}.values())
        for made in theirs:
            if total <= MOST_MADE or now - made.at < JUST_ASKED:
                return
            self._made.remove(made)
            if not any(made.file_id == later.file_id for later in self._made if later.visitor == visitor):
                self._offered[made.page].pop(made.file_id, None)
                total -= made.size

    def _keep_what_stands_at(self, coordinates: str) -> None:
        page = _page()
        with self._lock:
            standing = self._files_by_session_and_coord.get(page, {}).get(coordinates)
            if standing is not None:
                self._offered[page][standing] = self._clock() + OFFERED_FOR

    def _kept(self) -> set[str]:
        """What is kept though no page offers it now; the rest is forgotten. The lock is held."""
        now = self._clock()
        for page, files in list(self._offered.items()):
            for file_id in [file_id for file_id, until in files.items() if until <= now]:
                del files[file_id]
            if not files:
                del self._offered[page]
        return {file_id for files in self._offered.values() for file_id in files}


def _page() -> str:
    context = get_script_run_ctx()
    return context.session_id if context else ""
