"""The list of meeting dates: kept in the store, logged, and never deleted from the log."""

from collections.abc import Iterator
from datetime import date

import pytest

from jasc_data.editorial.meeting_actions import MeetingRefused, add_meeting, remove_meeting
from jasc_data.editorial.meetings import last_meeting, meeting_log, meetings_held
from jasc_data.store.connection import Store
from tests.builders import by, empty_store

JUNE, SEPTEMBER = date(2023, 6, 12), date(2023, 9, 12)


@pytest.fixture
def store() -> Iterator[Store]:
    store = empty_store()
    yield store
    store.close()


def on_the_list(store: Store) -> list[date]:
    with store.snapshot() as snapshot:
        return [meeting.meeting_on for meeting in meetings_held(snapshot)]


def test_dates_are_listed_latest_first_with_who_added_them(store: Store) -> None:
    add_meeting(store, JUNE, by("flo"))
    add_meeting(store, SEPTEMBER, by("deputy"))
    assert on_the_list(store) == [SEPTEMBER, JUNE]
    with store.snapshot() as snapshot:
        assert [meeting.added_by for meeting in meetings_held(snapshot)] == ["deputy", "flo"]


def test_a_removed_date_leaves_the_list_and_stays_in_the_log(store: Store) -> None:
    add_meeting(store, JUNE, by("flo"))
    remove_meeting(store, JUNE, by("deputy"))
    assert on_the_list(store) == []
    add_meeting(store, JUNE, by("flo again"))
    assert on_the_list(store) == [JUNE]
    with store.snapshot() as snapshot:
        log = meeting_log(snapshot)
    assert [entry.words for entry in log] == ["added 12 June 2023", "removed 12 June 2023", "added 12 June 2023"]
    assert [entry.who for entry in log] == ["flo", "deputy", "flo again"]


def test_what_changes_nothing_is_refused(store: Store) -> None:
    add_meeting(store, JUNE, by("flo"))
    with pytest.raises(MeetingRefused, match="already on"):
        add_meeting(store, JUNE, by("flo"))
    with pytest.raises(MeetingRefused, match="not on"):
        remove_meeting(store, SEPTEMBER, by("flo"))
    assert on_the_list(store) == [JUNE]


def test_every_action_raises_the_data_version_and_is_no_upload(store: Store) -> None:
    with store.snapshot() as snapshot:
        before = snapshot.data_version
    add_meeting(store, JUNE, by("flo"))
    with store.snapshot() as snapshot:
        assert snapshot.data_version == before + 1
        assert not snapshot.has_ever_held_an_upload


def test_the_last_meeting_before_a_date(store: Store) -> None:
    add_meeting(store, JUNE, by("flo"))
    add_meeting(store, SEPTEMBER, by("flo"))
    with store.snapshot() as snapshot:
        meetings = meetings_held(snapshot)
    assert last_meeting(meetings, SEPTEMBER) == JUNE
    assert last_meeting(meetings, date(2023, 9, 13)) == SEPTEMBER
    assert last_meeting(meetings, JUNE) is None
