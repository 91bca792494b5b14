"""Whose a file is, and for how long it can be fetched: Streamlit's own manager of files, with ours over it."""

import asyncio
import io
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages._shared import streamlit_insides
from pages._shared.streamlit_insides import bytes_uploaded
from pages._shared.surface import page_files
from pages._shared.surface.page_files import OFFERED_FOR, PageFiles
from pages._shared.surface.visitors import COOKIE, MOST_OF_ALL, MOST_UPLOADED, Visitors

MINE, YOURS = frozenset({"mine"}), frozenset({"yours"})


class Desk:
    """Two pages, run when a test says so, on a clock of its own."""

    def __init__(self, patch: pytest.MonkeyPatch):
        self.now = 0.0
        self.page = "mine"
        patch.setattr(page_files, "_page", lambda: self.page)
        patch.setattr("streamlit.runtime.media_file_manager._get_session_id", lambda: self.page)
        self.files = PageFiles(MemoryMediaFileStorage("/media"), lambda: self.now, lambda page: page[0])

    def runs(self, page: str, content: str = "", place: str = "1.0") -> str:
        """A page runs once and offers a file, if it has one: its deferred address."""
        self.page = page
        self.files.clear_session_refs()
        offered = self.files.add_deferred(lambda: content.encode(), "text/csv", place, "f.csv") if content else ""
        self.files.remove_orphaned_files()
        return offered

    def fetched(self, offered: str, pages: frozenset[str] = MINE) -> bytes:
        """What the browser gets for pressing the button, and then for the address that it is given."""
        file_id = self.files.execute_deferred(offered).rpartition("/")[2].partition(".")[0]
        for page in ("yours", "yours"):
            self.runs(page)
        assert self.files.offers(pages, file_id)
        return self.files._storage.get_file(f"{file_id}.csv").content  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def test_a_button_pressed_just_before_or_after_the_page_ran_again_gives_its_file(desk: Desk) -> None:
    first = desk.runs("mine", "4 September")
    second = desk.runs("mine", "5 September")
    third = desk.runs("mine", "6 September", place="2.0")
    assert desk.fetched(first) == b"4 September"
    assert desk.fetched(second) == b"5 September"
    assert desk.fetched(third) == b"6 September"


def test_a_button_works_while_the_page_runs(desk: Desk) -> None:
    offered = desk.runs("mine", "figures")
    desk.page = "mine"
    desk.files.clear_session_refs()
    desk.runs("yours", "others")
    assert desk.fetched(offered) == b"figures"


def test_a_button_works_when_a_part_of_the_page_ran_again(desk: Desk) -> None:
    """Then Streamlit does not say that the page runs; the new button just takes the place of the old."""
    offered = desk.runs("mine", "before")
    desk.files.add_deferred(lambda: b"after", "text/csv", "1.0", "f.csv")
    desk.files.remove_orphaned_files()
    assert desk.fetched(offered) == b"before"


def test_what_nobody_can_press_any_more_is_forgotten(desk: Desk) -> None:
    offered = desk.runs("mine", "figures")
    desk.runs("mine", "newer")
    desk.now += OFFERED_FOR + 1
    desk.runs("mine", "newest")
    with pytest.raises(MediaFileStorageError, match="not found"):
        desk.files.execute_deferred(offered)
    assert len(desk.files._deferred_callables) == 2  # the newest, and the one that was there until now


def test_a_file_is_the_pages_that_offers_it_and_no_others(desk: Desk) -> None:
    address = desk.files.add(b"figures", "text/csv", "1.0", "f.csv", is_for_static_download=True)
    file_id = address.rpartition("/")[2].partition(".")[0]
    assert desk.files.offers(MINE, file_id)
    assert not desk.files.offers(YOURS, file_id)
    assert not desk.files.offers(frozenset(), file_id)
    desk.page = "yours"
    assert desk.files.add(b"figures", "text/csv", "7", "f.csv", is_for_static_download=True) == address
    desk.files.clear_session_refs("mine")
    assert not desk.files.offers(MINE, file_id)
    assert desk.files.offers(YOURS, file_id)


def test_with_the_page_go_its_files(desk: Desk) -> None:
    offered = desk.runs("mine", "figures")
    address = desk.files.execute_deferred(offered)
    desk.files.clear_session_refs("mine")
    for _ in range(2):
        desk.runs("yours", "others")
    assert not desk.files.offers(MINE, address.rpartition("/")[2].partition(".")[0])
    with pytest.raises(MediaFileStorageError):
        desk.files.execute_deferred(offered)


def test_what_is_made_for_one_visitor_has_a_limit_and_what_was_just_asked_for_is_never_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_files, "MOST_MADE", 25)  # bytes

    def made(page: str, content: str) -> str:
        return desk.files.execute_deferred(desk.runs(page, content)).rpartition("/")[2].partition(".")[0]

    files = [made(page, f"{number} figures ") for number, page in enumerate(("mine", "my other window") * 2)]
    both = frozenset({"mine", "my other window"})
    assert all(desk.files.offers(both, file_id) for file_id in files)  # each was asked for a moment ago
    desk.now += page_files.JUST_ASKED + 1
    of_somebody_else = made("yours", "more than all of them together")
    files.append(made("mine", "4 figures "))
    assert [desk.files.offers(both, file_id) for file_id in files] == [False, False, False, True, True]
    assert desk.files.offers(YOURS, of_somebody_else)
    desk.runs("mine")
    desk.runs("mine")
    assert len(desk.files._file_metadata) == 3  # the others are out of memory
    files.append(made("mine", "larger than all that one visitor may have"))
    assert desk.files.offers(MINE, files[-1])


def test_what_a_page_offered_has_a_limit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_files, "MOST_OFFERED", 3)
    offered = [desk.runs("mine", f"{number}") for number in range(9)]
    assert len(desk.files._deferred_callables) == 4
    assert desk.fetched(offered[-2]) == b"7"


def test_large_files_that_differ_anywhere_are_two(desk: Desk) -> None:
    """Streamlit looks at the ends and the middle alone: a corrected export would be given out as it was before."""
    content = bytearray(b"1,2,3\n" * 500_000)
    first = desk.files.add(bytes(content), "text/csv", "1.0", "export.csv")
    content[len(content) // 3] ^= 1
    assert desk.files.add(bytes(content), "text/csv", "1.0", "export.csv") != first


def test_a_file_that_is_being_made_is_not_forgotten(desk: Desk) -> None:
    def made() -> io.BytesIO:
        for _ in range(3):
            desk.runs("yours")
        return io.BytesIO(b"figures")

    desk.page = "mine"
    offered = desk.files.add_deferred(made, "text/csv", "1.0", "f.csv")
    assert desk.fetched(offered) == b"figures"


KNOWN = "k" * 43


def seen(path: str, cookie: str = KNOWN, method: str = "GET", held: int = 0, others: int = 0) -> str:
    """`in` when Streamlit is asked; else the status."""
    sent: list[Any] = []

    async def streamlit(*_: Any) -> None:
        sent.append({"status": "in"})

    async def send(message: Any) -> None:
        sent.append(message)

    has: Callable[[frozenset[str], str], bool] = lambda pages, file: pages == MINE and file == "abc"  # noqa: E731
    layer = Visitors(
        streamlit,
        lambda visitor: MINE if visitor == KNOWN else frozenset(),
        has,
        lambda whose: held if whose else held + others,
    )
    headers = [(b"cookie", f"{COOKIE}={cookie}; _streamlit_xsrf=2|x|y".encode())]
    scope = {"type": "http", "scheme": "http", "path": path, "method": method, "headers": headers}
    asyncio.run(layer(scope, streamlit, send))
    return str(sent[0]["status"])


def test_a_browser_gets_and_gives_files_only_for_its_own_pages() -> None:
    assert seen("/media/abc.csv") == "in"
    assert seen("/media/abc") == "in"
    assert seen("/media/other.csv") == "404"
    assert seen("/media/abc.csv", "x" * 43) == "404"
    assert seen("/media/abc.csv", "") == "404"
    assert seen("/media/a/abc.csv") == "404"
    assert seen("/_stcore/upload_file/mine/1") == "in"
    assert seen("/_stcore/upload_file/yours/1") == "404"
    assert seen("/static/media/font.woff2", "") == "in"
    assert seen("/_stcore/health", "") == "in"


def test_what_lies_in_the_uploads_is_limited() -> None:
    mine = "/_stcore/upload_file/mine/1"
    assert seen(mine, method="PUT", held=MOST_UPLOADED - 1) == "in"
    assert seen(mine, method="PUT", held=MOST_UPLOADED) == "413"
    assert seen(mine, method="DELETE", held=MOST_UPLOADED) == "in"  # which makes room
    assert seen("/media/abc.csv", held=MOST_UPLOADED) == "in"
    assert seen(mine, method="PUT", others=MOST_OF_ALL) == "413"


def test_what_lies_in_the_uploads_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    held = MemoryUploadedFileManager("/_stcore/upload_file")
    monkeypatch.setattr(streamlit_insides, "_visitor_of", {"first": KNOWN, "second": KNOWN, "third": "o" * 43})
    monkeypatch.setattr(streamlit_insides.Runtime, "instance", lambda: SimpleNamespace(uploaded_file_mgr=held))
    for size, page in enumerate(("first", "second", "third"), 1):
        held.add_file(page, UploadedFileRec("1", "export.csv", "text/csv", b"x" * size))
    assert (bytes_uploaded(KNOWN), bytes_uploaded(None)) == (3, 6)
