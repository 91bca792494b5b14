"""Words read as was decided for an earlier file: said each time, and asked where they come from another column."""

from dataclasses import replace

import pytest

from jasc_data.intake.learned import Decision, Domain
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.connection import Store
from jasc_data.uploads.decided import decided
from jasc_data.uploads.decisions import learned_in
from tests.builders import checked, csv_bytes, empty_store, import_file

BLUE = Decision(Domain.STATUS, "Blue", "closed")
FORCE = ("West Mercia", "Recommendation", "Vetting", "2", "")


def tracker(heading: str, *statuses: str) -> bytes:
    rows = [[f"R{place}", *FORCE, status] for place, status in enumerate(statuses, 1)]
    return csv_bytes([["Reference", "Force", "Kind", "Report", "Grade", "Deadline", heading], *rows])


@pytest.fixture
def store() -> Store:
    """A store of which an uploader has said that Blue, under Progress, is closed."""
    store = empty_store()
    with store.snapshot() as snapshot:
        file = checked(tracker("Progress", "Blue", "Open"), decisions=(BLUE,), learned=learned_in(snapshot))
    assert import_file(store, file, acknowledged=["all"]).upload_ids
    return store


def read(store: Store, content: bytes, *said: Decision) -> CheckedFile:
    with store.snapshot() as snapshot:
        return checked(content, decisions=said, learned=learned_in(snapshot))


def test_a_word_of_the_same_column_is_told_with_its_rows(store: Store) -> None:
    file = read(store, tracker("Progress", "Blue", "Blue", "Open"))
    assert [(found.code, found.severity, found.column_letter) for found in file.problems] == [
        ("words.known", "notice", "G")
    ]
    assert "the status is read so: 'Blue' as closed (2 rows)" in file.problems[0].message


def test_a_word_of_another_column_is_asked_about_until_it_is_accepted(store: Store) -> None:
    other = read(store, tracker("Status", "Blue", "Open"))
    assert [(found.code, found.severity) for found in other.problems] == [("words.elsewhere", "warning")]
    assert not import_file(store, other).upload_ids
    outcome = import_file(store, other, acknowledged=["words.elsewhere", "safety.closes_many"])
    assert outcome.upload_ids
    again = read(store, tracker("Status", "Blue", "Open"))
    assert [found.code for found in again.problems] == ["words.known"]
    with store.snapshot() as snapshot:
        kept = decided(snapshot, outcome.upload_ids[0])
    assert [(word.about, word.word, word.taken_as) for word in kept.words] == [("Status", "Blue", "closed")]


def test_what_is_said_of_the_file_itself_stands(store: Store) -> None:
    file = read(store, tracker("Status", "Blue", "Open"), replace(BLUE, meaning="in progress"))
    assert file.problems == ()
    assert [item.row.status.value for item in file.uploads[0].items] == ["in progress", "open"]


def test_a_decision_is_kept_once_and_a_change_of_mind_is_kept(store: Store) -> None:
    for meaning in ("closed", "in progress", "closed", "closed"):
        file = read(store, tracker("Progress", "Blue", "Open", meaning), replace(BLUE, meaning=meaning))
        assert import_file(store, file, acknowledged=["all"]).upload_ids
    with store.snapshot() as snapshot:
        learned = learned_in(snapshot)
    assert [entry.meaning for entry in learned.decisions if entry.word == "Blue"] == ["closed", "in progress", "closed"]


def test_a_word_that_the_file_does_not_hold_was_not_decided_for_its_column() -> None:
    file = checked(tracker("Progress", "Open"), decisions=(BLUE,))
    assert [(entry.word, entry.layout) for entry in file.decisions] == [("Blue", "")]
