"""The files that pages offer, kept for as long as somebody may still press the button that offers them.

Streamlit forgets what a page offered the moment it runs again, and gives it a new address each time: who presses while
the page runs, or before the new address has reached the browser, is told that the file cannot be made; and a file that
was made is forgotten when any two pages have run, whether or not it was fetched.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx

KEPT_FOR = 120.0  # seconds after the page stopped offering it


class PageFiles(MediaFileManager):
    """Streamlit's manager of files, which also knows what each page offered a little while ago."""

    def __init__(self, storage: MediaFileStorage, clock: Callable[[], float] = time.monotonic):
        super().__init__(storage)
        self._clock = clock
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
                made = url.rpartition("/")[2].partition(".")[0]
                with self._lock:
                    self._offered[entry["session_id"]][made] = self._clock() + KEPT_FOR
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
                until = self._clock() + KEPT_FOR
                standing = self._files_by_session_and_coord.get(page, {})
                self._offered[page].update(dict.fromkeys(standing.values(), until))
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

    def _keep_what_stands_at(self, coordinates: str) -> None:
        page = _page()
        with self._lock:
            standing = self._files_by_session_and_coord.get(page, {}).get(coordinates)
            if standing is not None:
                self._offered[page][standing] = self._clock() + KEPT_FOR

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
