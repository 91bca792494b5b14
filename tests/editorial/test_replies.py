"""The commissioner's replies: due 56 days after publication, recorded as sent, and overdue where none is."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from jasc_data.answers.replies.answer import Replies, replies_to
from jasc_data.answers.replies.tables import replies_table
from jasc_data.answers.replies.text import replies_sentences, reply_sentence
from jasc_data.answers.reports.answer import reports_of
from jasc_data.drawing.tables.cell_words import table_words
from jasc_data.editorial.replies import Reply, reply_log
from jasc_data.editorial.reply_actions import record_replies, record_reply, take_back_reply
from jasc_data.editorial.written_text import WrittenRefused
from jasc_data.store.connection import Store
from tests.builders import (
    HOME,
    PAPER_DAY,
    by,
    dump,
    filled_in_memory,
    imported,
    item,
    items_csv,
)

PUBLISHED = {"Vetting": "01/06/2023", "Leadership": "01/06/2023", "Firearms": "01/08/2023", "No date": ""}
IN_TIME, LATE = date(2023, 7, 20), date(2023, 8, 1)  # due by 27 July 2023


@pytest.fixture
def store() -> Iterator[Store]:
    """Reports 1 to 4, three of them with a publication date, and one on another force."""
    store = filled_in_memory("editorial replies", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    reports = enumerate(PUBLISHED.items(), start=1)
    imported(
        store,
        items_csv(*(item(f"R{n}", report=title, report_published=day) for n, (title, day) in reports)),
    )
    other = item("X1", report="Custody: Suffolk", report_type="Custody") | {"force": "Suffolk"}
    imported(store, items_csv(other), PAPER_DAY, forces=("Suffolk",))


def replies(store: Store, day: date = PAPER_DAY, known_at: int | None = None) -> Replies:
    with store.snapshot(known_at) as snapshot:
        return replies_to(snapshot, reports_of(snapshot, HOME, PAPER_DAY), day)


def test_what_is_overdue_late_and_next_is_said(store: Store) -> None:
    assert replies_sentences(replies(store)) == (
        "On 4 September 2023 no reply of the commissioner is recorded; to 2 of 3 reports one was due.",
        "The next reply is due by 26 September 2023, to Firearms.",
    )
    record_reply(store, Reply(HOME, 3, date(2023, 8, 4)), by("flo"))
    assert replies_sentences(replies(store)) == (
        "On 4 September 2023 the commissioner's replies to 2 of 3 reports were due and are not recorded as sent: "
        "Leadership (39 days) and Vetting (39 days).",
    )
    take_back_reply(store, HOME, 3, by("flo"))
    record_replies(store, [Reply(HOME, 1, LATE, "on the site"), Reply(HOME, 2, IN_TIME)], by("flo"))
    assert replies_sentences(replies(store)) == (
        "On 4 September 2023 no reply of the commissioner to any of 3 reports was overdue.",
        "The next reply is due by 26 September 2023, to Firearms.",
        "By 4 September 2023 1 of 2 replies sent was later than 56 days.",
    )
    assert [report.label for report in replies(store).undated] == ["No date"]
    assert len(replies(store, date(2023, 7, 27)).overdue) == 0  # the day itself is in time
    assert len(replies(store, date(2023, 7, 28)).overdue) == 1  # and a reply sent later is not sent yet
    assert replies(store, date(2023, 5, 1)).lines == ()
    assert replies_sentences(replies(store, date(2023, 5, 1))) == ()


def test_each_report_has_its_sentence_and_its_row(store: Store) -> None:
    record_reply(store, Reply(HOME, 1, LATE, "on the site"), by("flo"))
    record_reply(store, Reply(HOME, 2, IN_TIME), by("flo"))
    found = replies(store)
    said = {line.report.label: reply_sentence(line, PAPER_DAY) for line in found.lines}
    assert said == {
        "Vetting": "The commissioner's reply was sent on 1 August 2023, 5 days late (it was due by 27 July 2023, 56 days after publication).",
        "Leadership": "The commissioner's reply was sent on 20 July 2023, in time (it was due by 27 July 2023, 56 days after publication).",
        "Firearms": "The commissioner's reply is due by 26 September 2023, 56 days after publication.",
    }
    line = found.of_report(3)
    assert line
    assert reply_sentence(line, date(2023, 9, 27)).endswith(
        "; on 27 September 2023, 1 day later, none is recorded as sent."
    )
    rows = list(table_words(replies_table(found)))
    assert [row[3] for row in rows[1:]] == ["In time", "5 days late", "To come"]


def test_a_record_is_replaced_and_taken_back_and_the_log_keeps_all(store: Store) -> None:
    record_reply(store, Reply(HOME, 1, LATE), by("flo"))
    record_reply(store, Reply(HOME, 1, IN_TIME), by("deputy"))
    assert [line.days_late for line in replies(store).lines if line.sent] == [0]
    take_back_reply(store, HOME, 1, by("flo"))
    assert [line for line in replies(store).lines if line.sent] == []
    with store.snapshot() as snapshot:
        assert [(entry.action, entry.who) for entry in reply_log(snapshot)] == [
            ("recorded", "flo"),
            ("recorded", "deputy"),
            ("taken back", "flo"),
        ]


@time_machine.travel("2026-06-01")
def test_what_cannot_be_recorded_is_refused(store: Store) -> None:
    record_reply(store, Reply(HOME, 1, LATE), by("flo"))
    before = dump(store)
    for reply, why in (
        (Reply(HOME, 1, LATE), "recorded already"),
        (Reply(HOME, 9, LATE), "not held"),
        (Reply(HOME, 5, LATE), "is on Suffolk"),
        (Reply(HOME, 1, date(2023, 5, 31)), "before the report was published, on 1 June 2023"),
        (Reply(HOME, 1, date(2030, 1, 1)), "has not come yet"),
    ):
        with pytest.raises(WrittenRefused, match=why):
            record_reply(store, reply, by("flo"))
    with pytest.raises(WrittenRefused, match="No reply"):
        take_back_reply(store, HOME, 2, by("flo"))
    assert dump(store) == before


def test_what_is_recorded_after_an_entry_of_the_log_is_not_known_at_it(store: Store) -> None:
    imported(store, items_csv(item("R1")), date(2023, 9, 6))
    record_reply(store, Reply(HOME, 1, LATE), by("flo"))
    assert len(replies(store, known_at=2).overdue) == 2
    assert len(replies(store, known_at=3).overdue) == 1
