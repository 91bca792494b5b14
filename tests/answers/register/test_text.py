"""Names, dates and choices of the register: pure functions, no store."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jasc_data.answers.figures.item_sources import ItemSource, full_item_source, short_item_source
from jasc_data.answers.figures.report_names import ALL_REPORTS, report_labels
from jasc_data.answers.figures.unique_labels import natural, unique_labels
from jasc_data.answers.item.answer import ExportWord, history_of
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.filter import NO_LEAD, Choice, Found, filtered
from jasc_data.answers.register.text import (
    deadline_words,
    found_sentence,
    held_sentence,
    item_age,
    late_words,
    reason_words,
    target_words,
)
from jasc_data.documents.register_file import register_csv
from jasc_data.domain.vocabulary import DeadlineBasis, Grade, Kind, Status
from jasc_data.drawing.chart import Provenance
from jasc_data.wording.numbers import age_words

DAY = date(2023, 9, 4)
ITEM = RegisterItem(
    item_id=2,
    item_key="West Mercia|t2",
    reference="T2",
    number=None,
    kind=Kind.RECOMMENDATION,
    report_id=1,
    report="Vetting",
    published=date(2022, 11, 2),
    published_now=date(2022, 11, 2),
    reissued=False,
    report_published=date(2022, 11, 2),
    report_type=None,
    text="Review all conduct cases",
    addressee=None,
    addressed_elsewhere=False,
    grade=Grade.TWO,
    status=Status.IN_PROGRESS,
    status_written="In progress",
    lead=None,
    deadline=None,
    deadline_on=None,
    deadline_basis=DeadlineBasis.NONE,
    deadline_since_first=False,
    target_date=None,
    first_target=None,
    revisions=0,
    overdue_reason=None,
    steps_to_green=None,
    closed_on=None,
    cause_of_concern=None,
    counts=True,
    listed=True,
    told_on=DAY,
    decided_on=DAY,
    first_held_on=date(2023, 6, 5),
)


def register(*items: RegisterItem) -> Register:
    return Register("West Mercia", DAY, {}, items, (ItemSource(1, DAY, "a.csv", datetime(2023, 9, 4, 8)),))


def other(reference: str, **parts: object) -> RegisterItem:
    return replace(ITEM, item_key=f"West Mercia|{reference}", reference=reference, **parts)


def test_references_stand_in_their_natural_order() -> None:
    assert sorted(["T10", "t2", "T1", "A10b", "A9"], key=natural) == ["A9", "A10b", "T1", "t2", "T10"]
    assert natural("²3") != natural("3")


@pytest.mark.parametrize(
    ("names", "details", "taken", "labels"),
    [
        (["A", "B"], ["x", "y"], [], ["A", "B"]),
        (["A", "A"], ["x", "y"], [], ["A (x)", "A (y)"]),
        (["A", "A"], ["x", "x"], [], ["A (x)", "A (x), no 2"]),
        ([" A\n b "], [""], [], ["A b"]),
        (["All"], ["2020"], ["All"], ["All (2020)"]),
        (["All"], [""], ["All"], ["All, no 2"]),
        (["A", "A", "A, no 2"], ["", "", ""], [], ["A", "A, no 2", "A, no 2, no 2"]),
    ],
)
def test_no_name_stands_twice(names: list[str], details: list[str], taken: list[str], labels: list[str]) -> None:
    assert unique_labels(names, details, taken) == labels
    assert len({*labels, *taken}) == len(labels) + len(taken)


def test_a_report_can_never_be_taken_for_all_reports() -> None:
    labels = report_labels({1: (ALL_REPORTS, None), 2: ("PEEL", date(2022, 4, 13)), 3: ("PEEL", None)})
    assert labels == {1: "All reports (no date)", 2: "PEEL (13 April 2022)", 3: "PEEL (no date)"}


@pytest.mark.parametrize(
    ("basis", "written", "day", "words"),
    [
        (DeadlineBasis.STATED, "30/04/2023", date(2023, 4, 30), "30 Apr 2023 (stated)"),
        (
            DeadlineBasis.WORKED_OUT,
            "By January 2024",
            date(2024, 1, 31),
            "31 Jan 2024 (worked out from “By January 2024”)",
        ),
        (
            DeadlineBasis.IMMEDIATELY,
            "Immediately",
            date(2022, 11, 2),
            "2 Nov 2022 (worked out from “Immediately”: the day of publication)",
        ),
        (DeadlineBasis.NONE, None, None, "None"),
        (DeadlineBasis.NOT_UNDERSTOOD, "as soon as\n possible", None, "Not understood: “as soon as possible”"),
        (
            DeadlineBasis.NOT_UNDERSTOOD,
            "Within three\n months",
            None,
            "No publication date to count from: “Within three months”",
        ),
        (DeadlineBasis.NOT_UNDERSTOOD, "Immediately", None, "No publication date to count from: “Immediately”"),
    ],
)
def test_deadlines_in_words(basis: DeadlineBasis, written: str | None, day: date | None, words: str) -> None:
    assert deadline_words(replace(ITEM, deadline_basis=basis, deadline=written, deadline_on=day)) == words


def test_overdue_means_before_the_day_and_open() -> None:
    late = replace(ITEM, deadline_on=date(2023, 9, 3))
    assert late_words(late, DAY) == "1 day past the deadline"
    assert late_words(replace(late, status=Status.AWAITING_SIGN_OFF), DAY).endswith(", awaiting sign-off")
    assert late_words(replace(late, deadline_on=DAY), DAY) == ""
    assert late_words(replace(late, counts=False), DAY) == ""
    assert late_words(replace(ITEM, target_date=date(2020, 1, 1)), DAY) == ""
    assert reason_words(late) == "Reason: none given"


@pytest.mark.parametrize(
    ("now", "first", "revisions", "words"),
    [
        (None, None, 0, "None"),
        (date(2023, 9, 4), date(2023, 9, 4), 0, "4 Sep 2023 (not revised)"),
        (None, date(2023, 1, 1), 1, "None now (first 1 Jan 2023)"),
        (date(2023, 1, 1), date(2023, 1, 1), 0, "1 Jan 2023, passed (not revised)"),
        (date(2023, 2, 1), date(2023, 1, 1), 1, "1 Feb 2023, passed (first 1 Jan 2023, revised once)"),
        (date(2023, 1, 1), date(2023, 1, 1), 2, "1 Jan 2023, passed (first 1 Jan 2023, revised 2 times)"),
    ],
)
def test_target_dates_in_words(now: date | None, first: date | None, revisions: int, words: str) -> None:
    item = replace(ITEM, target_date=now, first_target=first, revisions=revisions)
    assert target_words(item, date(2023, 9, 4)) == words


@pytest.mark.parametrize(
    ("deadline", "target", "counts", "late"),
    [
        (DAY, date(2023, 9, 5), True, True),
        (date(2023, 12, 1), date(2023, 12, 1), True, False),  # met on the day itself
        (date(2023, 9, 3), date(2023, 12, 1), True, False),  # past already, and said as such
        (date(2023, 12, 1), date(2023, 12, 2), False, False),
        (None, date(2023, 12, 2), True, False),
        (date(2023, 12, 1), None, True, False),
    ],
)
def test_a_target_after_a_deadline_still_to_be_met_is_said(
    deadline: date | None, target: date | None, counts: bool, late: bool
) -> None:
    item = replace(ITEM, deadline_on=deadline, target_date=target, counts=counts)
    assert item.planned_late(DAY) is late
    assert (", after the HMICFRS deadline" in target_words(item, DAY)) is late


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2023, 9, 4), "0 days"),
        (date(2023, 9, 3), "1 day"),
        (date(2023, 8, 5), "30 days"),
        (date(2023, 8, 4), "1 month"),
        (date(2022, 9, 5), "11 months"),
        (date(2022, 9, 4), "1 year"),
        (date(2021, 6, 4), "2 years 3 months"),
    ],
)
def test_ages_in_words(since: date, words: str) -> None:
    assert age_words(since, DAY) == words


def test_an_item_without_publication_date_is_at_least_as_old_as_its_first_export() -> None:
    assert item_age(replace(ITEM, published=None), DAY) == "at least 2 months (no publication date)"


@pytest.mark.parametrize(
    ("closed_on", "published", "words"),
    [
        (date(2023, 3, 4), date(2022, 9, 4), "6 months when it closed"),
        (date(2023, 8, 4), None, "at least 1 month when it closed (no publication date)"),
        (date(2024, 1, 1), date(2022, 9, 4), "1 year when it closed"),
        (None, date(2022, 9, 4), "not known (no longer open, no closing date)"),
    ],
)
def test_what_is_closed_grows_no_older(closed_on: date | None, published: date | None, words: str) -> None:
    for status in (Status.CLOSED, Status.SUPERSEDED):
        item = replace(ITEM, counts=False, closed_on=closed_on, published=published, status=status)
        assert item_age(item, DAY) == words


def test_of_items_that_are_open_no_longer_nothing_is_said_of_the_open_ones() -> None:
    held = register(ITEM, *(replace(other(f"T{number}"), counts=False, listed=False) for number in (4, 5)))
    for shown, words in (
        (held.items[1:2], "1 item that is open no longer."),
        (held.items[1:], "2 items that are open no longer, in the order of their references."),
        (held.items, "The only open item, and 2 that are open no longer, in the order of their references."),
    ):
        assert found_sentence(held, Found(shown, ())) == words


@pytest.mark.parametrize(
    ("own", "others", "words"),
    [
        (1, 0, "1 item of West Mercia is held, open or not."),
        (
            187,
            5,
            "187 items of West Mercia are held, open or not; 5 more are addressed to other bodies, in none of the counts.",
        ),
        (
            2,
            1,
            "2 items of West Mercia are held, open or not; 1 more is addressed to other bodies, in none of the counts.",
        ),
    ],
)
def test_other_bodies_items_are_not_among_those_held(own: int, others: int, words: str) -> None:
    mine = [other(f"T{number}") for number in range(own)]
    theirs = [other(f"X{number}", counts=False, status=Status.NOT_FOR_FORCE) for number in range(others)]
    assert held_sentence(register(*mine, *theirs)) == words


def test_what_an_export_leaves_out_is_as_old_as_when_it_was_last_in_one() -> None:
    gone = replace(ITEM, counts=False, listed=False, published=date(2022, 9, 4), told_on=date(2023, 6, 5))
    assert item_age(gone, DAY) == "9 months when last in an export"
    assert item_age(replace(gone, closed_on=date(2023, 7, 4)), DAY) == "10 months when it closed"


def test_choices_narrow_the_register_and_other_bodies_stand_apart() -> None:
    late = other("T3", deadline_on=date(2023, 1, 1), lead="Head of Vetting", grade=Grade.NOT_GRADED)
    gone = other("T4", counts=False, listed=False)
    away = other("T5", counts=False, addressed_elsewhere=True)
    held = register(ITEM, late, gone, away)
    assert filtered(held, Choice()).own == (ITEM, late)
    assert filtered(held, Choice()).elsewhere == (away,)
    assert filtered(held, Choice(overdue_only=True)).own == (late,)
    assert filtered(held, Choice(lead=NO_LEAD)).own == (ITEM,)
    assert filtered(held, Choice(lead="Head of Vetting")).own == (late,)
    assert filtered(held, Choice(grade=Grade.NOT_GRADED)).own == (late,)
    assert filtered(held, Choice(statuses=(Status.CLOSED,))).own == (gone,)
    assert (
        filtered(held, Choice(kind=Kind.AFI))
        == filtered(held, Choice(report_id=9))
        == filtered(held, Choice(search="conduct nowhere"))
    )
    assert filtered(held, Choice(search="CASES t3")).own == (late,)
    assert filtered(held, Choice(search="  ")).own == (ITEM, late)


def test_the_file_is_safe_and_says_what_it_is() -> None:
    bad = other("=cmd|'/c calc'!A1", text='@SUM("1")\n+1', lead="Supt Somebody", overdue_reason="-1+1")
    provenance = Provenance("Source: items export, 4 Sep 2023", "OFFICIAL-SENSITIVE", invented=True)
    held = register(bad)
    content = register_csv(held, held.items, "All 1 open items", provenance, with_leads=False).decode("utf-8-sig")
    for said in ("4 September 2023", "Invented demonstration data", "OFFICIAL-SENSITIVE", "items export", "'=cmd|"):
        assert said in content
    assert "'@SUM" in content
    assert "'-1+1" in content
    assert "Somebody" not in content
    with_leads = register_csv(held, held.items, "All", provenance, with_leads=True).decode("utf-8-sig")
    assert "Supt Somebody" in with_leads


def test_sources_name_three_exports_and_count_the_rest() -> None:
    sources = [ItemSource(n, date(2023, 9, n), f"{n}.csv", datetime(2023, 9, n, 8)) for n in (5, 4, 3, 2)]
    assert "2.csv" not in full_item_source(sources)
    assert full_item_source(sources).endswith("and 1 more export.")
    assert short_item_source(sources) == "Source: items exports, 2 Sep 2023 to 5 Sep 2023"
    assert "no items export" in full_item_source([])


WORD = ExportWord(
    upload_id=1,
    as_of=date(2023, 6, 5),
    file_name="june.csv",
    kind=Kind.AFI,
    report_id=1,
    report="PEEL",
    report_published=None,
    published=None,
    listed=True,
    reference="R1",
    number=None,
    addressed_elsewhere=False,
    grade=Grade.TWO,
    status=Status.OPEN,
    status_written="Open",
    target_date=None,
    deadline=None,
    lead=None,
    addressee=None,
    text="Text",
    overdue_reason=None,
    steps_to_green=None,
    cause_of_concern=None,
)


def absent(upload_id: int, day: date, report_id: int = 1) -> ExportWord:
    return replace(
        WORD, upload_id=upload_id, as_of=day, report_id=report_id, listed=False, file_name=f"{upload_id}.csv"
    )


def test_a_history_tells_each_change_with_its_date_and_export() -> None:
    september = replace(WORD, upload_id=2, as_of=DAY, file_name="sept.csv", grade=Grade.THREE, target_date=DAY)
    history = history_of([WORD, september, absent(3, date(2023, 9, 8)), replace(september, upload_id=4, as_of=TODAY)])
    assert [(entry.as_of, entry.file_name, entry.changes) for entry in history.entries] == [
        (date(2023, 6, 5), "june.csv", ("First in an export: open, level 2",)),
        (DAY, "sept.csv", ("Grade: 2 to 3", "Own target date: none to 4 Sep 2023")),
        (date(2023, 9, 8), "3.csv", ("Left out of the export: counts as closed",)),
        (TODAY, "sept.csv", ("In an export again",)),
    ]
    assert history.sentence == "Exports of 4 dates speak for it, the latest of 10 Sep 2023; it changed 3 times."


def test_a_change_of_what_the_item_is_called_is_a_change() -> None:
    later = replace(WORD, upload_id=2, as_of=DAY, reference="r1", number="2")
    renamed = history_of([replace(WORD, reference="R1", number="1"), later])
    assert renamed.entries[1].changes == ("Reference: R1 to r1", "Number: 1 to 2")
    assert renamed.sentence.endswith("it changed once.")


def test_a_later_export_of_the_same_date_replaces_the_earlier() -> None:
    replaced = history_of([WORD, absent(2, WORD.as_of)])
    assert replaced.entries[0].changes[1].startswith("Left out by a later export of this date")
    corrected = history_of([WORD, replace(WORD, upload_id=2, status=Status.IN_PROGRESS, status_written="In progress")])
    assert corrected.entries[0].changes == ("First in an export: in progress, level 2",)


def test_an_item_that_moves_to_another_report_is_not_closed_by_the_move() -> None:
    moved = replace(WORD, upload_id=2, as_of=DAY, report_id=2, report="Custody")
    history = history_of([WORD, absent(2, DAY, report_id=1), moved, absent(3, TODAY, report_id=1)])
    assert [entry.changes for entry in history.entries[1:]] == [("Report: PEEL to Custody",)]


TODAY = date(2023, 9, 10)
