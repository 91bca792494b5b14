"""With each upload the whole request is kept: what the uploader said, and what else decided how the file was read."""

import json
from datetime import date

import pytest

from jasc_data.domain.failures import StoreNewer
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.learned import Decision, Domain
from jasc_data.uploads.commit import PreviewOutOfDate, commit, keep_decisions, rehearse
from jasc_data.uploads.decisions import learned_in
from jasc_data.uploads.history import logged_uploads
from jasc_data.uploads.kept_request import KeptRequest, read_request
from tests.builders import HOME, PAPER_DAY, TODAY, by, checked, csv_bytes, empty_store, imported, item, items_csv

DECISION = Decision(Domain.HEADING, "Item code", "reference", "items")


def kept(content: bytes, as_of: date | None = PAPER_DAY, **said: object) -> list[KeptRequest]:
    store = empty_store()
    imported(store, content, as_of, **said)
    with store.snapshot() as snapshot:
        uploads = reversed(logged_uploads(snapshot))
    return [read_request(upload.request or "", upload.upload_id) for upload in uploads]


def test_all_that_the_uploader_said_is_kept() -> None:
    headings = ["Item code", "Type", "Report", "Grade", "Status", "Deadline"]
    content = csv_bytes([headings, ["R1", "Rec", "Vetting", "2", "Open", ""]])
    (request,) = kept(content, decisions=(DECISION,), kinds=(Kind.AFI,), reports="reports", forces=(HOME,))
    assert request.said.decisions == (DECISION,)
    assert (request.said.as_of, request.said.covers_kinds, request.said.covers_reports) == (
        PAPER_DAY,
        (Kind.AFI,),
        "reports",
    )
    assert request.said.covers_forces == (HOME,)
    assert request.acknowledged == ("all",)
    assert (request.home_force, request.read_on, request.decisions_known, request.place) == (HOME, TODAY, 0, 0)


def test_each_date_of_a_file_has_the_request_and_its_place() -> None:
    rows = [item("R1", as_of="04/09/2023"), item("R2", as_of="05/06/2023")]
    assert [(request.place, request.said.as_of) for request in kept(items_csv(*rows), None)] == [(0, None), (1, None)]


def test_decisions_of_earlier_uploaders_are_counted() -> None:
    store = empty_store()
    headings = ["Item code", "Type", "Report", "Grade", "Status", "Deadline"]
    for number in (1, 2):
        content = csv_bytes([headings, ["R1", "Rec", "Vetting", str(number), "Open", ""]])
        imported(store, content, decisions=(DECISION,) if number == 1 else ())
    with store.snapshot() as snapshot:
        second, first = logged_uploads(snapshot)
        decided = len(learned_in(snapshot).decisions)
    assert decided > 0
    assert [json.loads(upload.request or "")["decisions_known"] for upload in (first, second)] == [0, decided]


def test_a_file_that_was_read_before_somebody_decided_otherwise_is_read_again_before_it_is_kept() -> None:
    """Else it would be kept as read with decisions that it was not read with, and a rebuild would differ."""
    store = empty_store()

    def progress(meaning: str) -> Decision:
        return Decision(Domain.STATUS, "Blue", meaning, "status")

    keep_decisions(store, [progress("open")], by())
    with store.snapshot() as snapshot:
        learned = learned_in(snapshot)
    file = checked(items_csv(item("R1", status="Blue")), learned=learned)
    seen = rehearse(store, file).data_version
    keep_decisions(store, [progress("open")], by("the same again"))
    assert rehearse(store, file).data_version == seen
    keep_decisions(store, [progress("closed")], by("another"))
    with pytest.raises(PreviewOutOfDate):
        commit(store, file, by(), acknowledged=["all"], seen_version=seen)


@pytest.mark.parametrize("text", ['{"release": 2}', "{", '{"release": 1, "more": 1}'])
def test_a_request_that_this_release_cannot_read_is_named(text: str) -> None:
    with pytest.raises(StoreNewer, match="upload 7"):
        read_request(text, 7)
