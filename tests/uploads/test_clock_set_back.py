"""Entries are ordered by their numbers: a clock that was set back changes no figure, no state and no first moment."""

from datetime import UTC, date, datetime, timedelta

import time_machine

from jasc_data.editorial.meeting_actions import add_meeting, remove_meeting
from jasc_data.editorial.meetings import meetings_held
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.history import logged_uploads
from tests.builders import PAPER_DAY, by, empty_store, imported, items_csv, numbered, open_of

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_an_upload_withdrawn_and_restored_by_a_clock_set_back() -> None:
    store = empty_store()
    with time_machine.travel(NOON, tick=False):
        number = imported(store, items_csv(*numbered(3)))
    for hours, act, open_ in ((1, withdraw, None), (2, restore, 3), (3, withdraw, None), (4, restore, 3)):
        with time_machine.travel(NOON - timedelta(hours=hours), tick=False):
            act(store, number, by())
        assert open_of(store) == open_
    with store.snapshot() as snapshot:
        (upload,) = logged_uploads(snapshot)
    assert (upload.live, upload.committed_at) == (True, NOON.replace(tzinfo=None))


def test_of_one_date_the_later_upload_decides_whatever_its_clock_says() -> None:
    store = empty_store()
    for number, hours in ((3, 0), (2, -5)):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            imported(store, items_csv(*numbered(number)), PAPER_DAY)
    assert open_of(store) == 2


def test_a_meeting_added_again_by_a_clock_set_back_is_held_since_then() -> None:
    store, day = empty_store(), date(2023, 6, 12)
    for hours, act in ((0, add_meeting), (-1, remove_meeting), (-2, add_meeting)):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            act(store, day, by())
    with store.snapshot() as snapshot:
        (meeting,) = meetings_held(snapshot)
    assert meeting.added_at == (NOON - timedelta(hours=2)).replace(tzinfo=None)
