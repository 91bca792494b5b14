"""What is fetched ahead of the visits: first what the first page needs, and once it stands what the next ones do."""

import time
from importlib import import_module
from pkgutil import iter_modules
from threading import Event, Thread

from pages import _shared
from pages._shared import session
from pages._shared.operations.interpreter import set_aside_what_stays
from pages._shared.surface.streamlit_files import compress_from_now_on

_AT_THE_LATEST = 60.0  # seconds after the start
_DRAWN_WITHIN = 3.0  # seconds in which a browser on the same machine draws what it was sent
_a_page_stands = Event()


def open_ahead() -> Thread:
    """To be called as soon as the server starts: the database opens while Python makes the server ready."""
    opening = Thread(target=session.open_ahead, daemon=True)
    opening.start()
    return opening


def fetch_ahead() -> Thread:
    """To be called when the server starts. What it gives ends when the first page was fetched: until then it reads."""
    first_page = Thread(target=_fetch_first_page, daemon=True)
    first_page.start()
    Thread(target=_fetch_what_follows, args=(first_page,), daemon=True).start()
    return first_page


def a_page_stands() -> None:
    """To be called when a visit's page has been shown."""
    _a_page_stands.set()


def _fetch_first_page() -> None:
    import_module("pages._shared.visit")
    import_module("pages._shared.cache_warming").first_page_ahead()


def _fetch_what_follows(first_page: Thread) -> None:
    first_page.join()
    if _a_page_stands.wait(_AT_THE_LATEST):
        time.sleep(_DRAWN_WITHIN)  # the browser wants all the processors
    compress_from_now_on()
    import_module("pages._shared.upload.apart").READERS.start_ahead()
    import_module("pandas")
    import_module("sklearn.feature_extraction.text")
    for module in iter_modules(_shared.__path__, f"{_shared.__name__}."):
        import_module(module.name)  # what pages import, and the libraries of the files that they offer
    set_aside_what_stays()
