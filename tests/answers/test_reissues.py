"""A reissue makes nothing younger (rule 6): ages and relative deadlines count from the first publication."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.deadlines.answer import Age, ageing_in
from jasc_data.answers.item.answer import item_history
from jasc_data.answers.item.tables import facts_table
from jasc_data.answers.register.answer import RegisterItem, register_of
from jasc_data.answers.register.text import deadline_words, item_age
from jasc_data.answers.reports.answer import reports_of
from jasc_data.documents.register_file import register_csv
from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Status
from jasc_data.drawing.chart import Provenance
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.deadlines import read_deadline
from jasc_data.intake.learned import Decision, Domain
from jasc_data.intake.uploads import UploadRequest
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import commit
from jasc_data.uploads.decisions import learned_in
from tests.answers.test_histories import DATES, Action, histories, items_until, lived
from tests.builders import (
    GROUPS,
    HOME,
    PAPER_DAY,
    REC,
    TODAY,
    ItemCells,
    by,
    empty_store,
    imported,
    item,
    items_csv,
    open_of,
    whole_histories,
)
from tests.tables import as_read

JULY, AUGUST = date(2023, 7, 3), date(2023, 8, 7)
FIRST, AGAIN = "10/01/2021", "03/03/2023"


@pytest.fixture
def store() -> Store:
    return empty_store()


def vetting(published: str, **more: str) -> ItemCells:
    return item("R1", report_published=published, **more)


def held(store: Store, day: date = PAPER_DAY) -> RegisterItem:
    with store.snapshot() as snapshot:
        (found,) = register_of(snapshot, HOME, day).items
    return found


def changes(store: Store, day: date = PAPER_DAY) -> list[str]:
    with store.snapshot() as snapshot:
        history = item_history(snapshot, held(store, day).item_key, day)
    return [change for entry in history.entries[1:] for change in entry.changes]


def test_the_age_counts_from_the_first_publication_and_the_reissue_is_shown(store: Store) -> None:
    imported(store, items_csv(vetting(FIRST)), AUGUST)
    imported(store, items_csv(vetting(AGAIN)))
    found = held(store)
    assert (found.published, found.published_now, found.reissued) == (date(2021, 1, 10), date(2023, 3, 3), True)
    assert item_age(found, PAPER_DAY) == "2 years 7 months"
    with store.snapshot() as snapshot:
        ages = {line.name: line.open for line in ageing_in(register_of(snapshot, HOME, PAPER_DAY)).ages if line.open}
        register = register_of(snapshot, HOME, PAPER_DAY)
    assert ages == {Age.THREE_YEARS: 1}
    facts = as_read(facts_table(found, "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
    assert facts["Published"] == "10 January 2021; reissued 3 March 2023"
    assert facts["Age"] == "2 years 7 months, counted from the first publication"
    for standing, age in (
        ({"addressed_elsewhere": True}, "2 years 7 months, counted from the first publication"),
        (
            {"status": Status.CLOSED, "closed_on": date(2022, 1, 10)},
            "1 year when it closed, counted from the first publication",
        ),
        ({"status": Status.CLOSED}, "not known (no longer open, no closing date)"),
    ):
        no_more = replace(found, counts=False, **standing)
        told = as_read(facts_table(no_more, "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
        assert told["Age"] == age
    assert changes(store) == ["Report reissued: published 10 Jan 2021, then 3 Mar 2023"]
    content = register_csv(register, [found], "All", Provenance("Source: a test"), with_leads=False).decode("utf-8-sig")
    assert "2021-01-10,2023-03-03" in content


def test_before_the_reissue_nothing_is_said_of_it(store: Store) -> None:
    imported(store, items_csv(vetting(FIRST)), AUGUST)
    imported(store, items_csv(vetting(AGAIN)))
    found = held(store, AUGUST)
    assert (found.published, found.published_now, found.reissued) == (date(2021, 1, 10), date(2021, 1, 10), False)
    facts = as_read(facts_table(found, "R1", "not stated", AUGUST)).set_index("What")["Known"]
    assert (facts["Published"], facts["Age"]) == ("10 January 2021", "2 years 6 months")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Within three months", date(2021, 4, 10)),
        ("within 28 days of publication", date(2021, 2, 7)),
        ("Within 2 years", date(2023, 1, 10)),
        ("Immediately", date(2021, 1, 10)),
        ("By January 2024", date(2024, 1, 31)),  # no matter from when it is counted
        ("05/06/2023", date(2023, 6, 5)),
    ],
)
def test_relative_deadlines_count_from_the_first_publication(store: Store, words: str, day: date) -> None:
    imported(store, items_csv(vetting(FIRST, deadline=words)), AUGUST)
    imported(store, items_csv(vetting(AGAIN, deadline=words)))
    assert held(store).deadline_on == day


WORDS = {  # by the item's reference
    "R1": "Within 1 month",
    "R2": "in three months",
    "R3": "Within twelve months of publication",
    "R4": "Within a year",
    "R5": "Within 6 weeks",
    "R6": "within 100 days",
    "R7": "No later than June 2024",
    "R8": "With immediate effect",
}


@pytest.mark.parametrize("first", [date(2021, 1, 31), date(2020, 2, 29), date(2022, 11, 30), date(2021, 12, 15)])
@pytest.mark.parametrize("again", [date(2023, 3, 31), date(2024, 2, 29), date(2023, 8, 30), date(2023, 1, 1)])
def test_the_view_counts_as_the_reader_of_deadlines_does(store: Store, first: date, again: date) -> None:
    for published, day in ((first, JULY), (again, AUGUST)):
        told = f"{published:%d/%m/%Y}"
        imported(
            store, items_csv(*(item(name, report_published=told, deadline=words) for name, words in WORDS.items())), day
        )
    with store.snapshot() as snapshot:
        found = {each.name: each.deadline_on for each in register_of(snapshot, HOME, PAPER_DAY).items}
    assert found == {name: read_deadline(words, first).day for name, words in WORDS.items()}


def test_what_is_overdue_by_the_first_publication_is_overdue_everywhere(store: Store) -> None:
    """Three months from March 2023 would be June; from September they would not be over yet."""
    imported(store, items_csv(vetting(FIRST, deadline="Within three months")), AUGUST)
    imported(store, items_csv(vetting("01/09/2023", deadline="Within three months")))
    with store.snapshot() as snapshot:
        attention = needs_attention(snapshot, HOME, PAPER_DAY)
        reports = reports_of(snapshot, HOME, PAPER_DAY)
        ageing = ageing_in(register_of(snapshot, HOME, PAPER_DAY))
    assert (attention.overdue, reports.with_open[0].overdue, len(ageing.overdue)) == ({REC: 1}, 1, 1)
    assert deadline_words(held(store)) == (
        "10 Apr 2021 (worked out from “Within three months”, counted from the first publication)"
    )


def test_immediately_is_the_day_of_the_first_publication(store: Store) -> None:
    imported(store, items_csv(vetting(FIRST, deadline="Immediately")), AUGUST)
    imported(store, items_csv(vetting(AGAIN, deadline="Immediately")))
    assert deadline_words(held(store)) == ("10 Jan 2021 (worked out from “Immediately”: the day of first publication)")


def test_an_item_that_moved_to_another_report_keeps_its_age_and_says_so(store: Store) -> None:
    imported(store, items_csv(vetting(FIRST)), AUGUST)
    imported(store, items_csv(item("R1", report="Custody", report_published=AGAIN)))
    found = held(store)
    assert (found.published, found.reissued) == (date(2021, 1, 10), False)
    facts = as_read(facts_table(found, "R1", "not stated", PAPER_DAY)).set_index("What")["Known"]
    assert facts["Published"] == "10 January 2021 when first held; its report now is of 3 March 2023"
    assert changes(store) == ["Report: Vetting to Custody"]


def test_a_date_that_comes_later_is_no_reissue(store: Store) -> None:
    imported(store, items_csv(vetting("")), JULY)
    imported(store, items_csv(vetting(FIRST)), AUGUST)
    imported(store, items_csv(vetting("")))
    found = held(store)
    assert (found.published, found.published_now, found.reissued) == (date(2021, 1, 10), date(2021, 1, 10), False)
    assert changes(store) == []


def test_which_publication_is_the_first_is_told_by_the_uploads_that_are_live(store: Store) -> None:
    """In whatever order they came, and whatever a later export of the same date corrects."""
    imported(store, items_csv(vetting(AGAIN)))
    number = imported(store, items_csv(vetting(FIRST)), AUGUST)
    assert held(store).published == date(2021, 1, 10)
    withdraw(store, number, by())
    assert held(store).published == date(2023, 3, 3)
    restore(store, number, by())
    imported(store, items_csv(vetting("10/01/2022")), AUGUST)
    assert held(store).published == date(2022, 1, 10)


@whole_histories
@given(histories)
def test_over_any_history_the_first_publication_is_that_of_the_first_live_word(history: list[Action]) -> None:
    """Of one date the later upload corrects the earlier; a word without a date says nothing of it."""
    store, live = lived(history)
    for day in DATES[1::2]:
        words: dict[str, list[date]] = {}
        exports = sorted(enumerate(items_until(live, day)), key=lambda placed: (placed[1].as_of, -placed[0]))
        for record in (record for _, export in exports for record in export.rows if record["force"] == HOME):
            if record["report_published"]:
                published = datetime.strptime(record["report_published"], "%d/%m/%Y").date()
                words.setdefault(record["reference"], []).append(published)
        with store.snapshot() as snapshot:
            items = register_of(snapshot, HOME, day).items
        first = {name: dates[0] for name, dates in words.items()}
        assert {found.name: found.published for found in items if found.published} == first
        assert all(found.published_now == found.published for found in items if len(set(words.get(found.name, []))) < 2)
    store.close()


# Two titles that are one report by the uploader's answer


def imported_as_one(store: Store, content: bytes, day: date = PAPER_DAY) -> None:
    """The file once the uploader has said that "Vetting revisited" is "Vetting"."""
    with store.snapshot() as snapshot:
        context = CheckContext(national_directory(), HOME, GROUPS, TODAY, learned_in(snapshot))
    decided = (Decision(Domain.REPORT, "Vetting revisited", "Vetting"),)
    file = check_file(content, "export.csv", UploadRequest(day, decisions=decided), context)
    assert commit(store, file, by(), acknowledged=["all"]).upload_ids


@pytest.mark.parametrize("published", [AGAIN, ""])
@pytest.mark.parametrize("identity", [{"reference": "R1"}, {"number": "1"}])
def test_two_titles_that_are_one_make_nothing_young_again(store: Store, identity: ItemCells, published: str) -> None:
    imported(store, items_csv(item(report_published=FIRST) | identity), AUGUST)
    imported_as_one(store, items_csv(item(report="Vetting revisited", report_published=published) | identity))
    found = held(store)
    assert (found.report, found.published, found.first_held_on) == ("Vetting", date(2021, 1, 10), AUGUST)
    assert found.reissued is (published == AGAIN)
    assert open_of(store) == 1
    with store.snapshot() as snapshot:
        assert [(line.label, line.open) for line in reports_of(snapshot, HOME, PAPER_DAY).lines] == [("Vetting", 1)]
    reissue = ["Report reissued: published 10 Jan 2021, then 3 Mar 2023"]
    assert changes(store) == (reissue if published else [])
