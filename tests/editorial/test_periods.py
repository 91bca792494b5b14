"""The periods that have a name: with which day each begins, and what must be said of one that begins with a paper."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from jasc_data.answers.figures.headlines import HeldDate
from jasc_data.editorial.meetings import Meeting
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.editorial.periods import Beginnings, EarlierPaper, Since, beginnings
from jasc_data.uploads.acting import withdraw
from tests.builders import PAPER_DAY, by, empty_store, imported, items_csv, numbered

MARCH, JUNE, MEETING, SEPTEMBER = date(2023, 3, 6), date(2023, 6, 5), date(2023, 6, 12), PAPER_DAY
HELD = Beginnings(
    tuple(HeldDate(day, about_home=True) for day in (SEPTEMBER, JUNE, MARCH)),
    (Meeting(MEETING, date.min, "flo"),),  # type: ignore[arg-type]  # when it was put there is not asked
    (EarlierPaper(1, JUNE, 0), EarlierPaper(2, JUNE, 0), EarlierPaper(3, MARCH, 0)),
)


@pytest.mark.parametrize(
    ("since", "until", "day"),
    [
        (Since.LAST_PAPER, SEPTEMBER, JUNE),
        (Since.LAST_PAPER, JUNE, MARCH),  # a paper of the day itself is the one in hand
        (Since.LAST_PAPER, MARCH, None),
        (Since.LAST_MEETING, SEPTEMBER, MEETING),
        (Since.LAST_MEETING, MEETING, None),
        (Since.EXPORT_BEFORE, MEETING, JUNE),
        (Since.EXPORT_BEFORE, MARCH, None),
    ],
)
def test_the_day_with_which_a_period_begins(since: Since, until: date, day: date | None) -> None:
    assert HELD.day(since, until) == day


def test_of_several_papers_of_a_day_the_last_is_told() -> None:
    assert HELD.counted_from_paper(SEPTEMBER) == (
        "Changes are counted from paper 2, which has the figures of 5 June 2023.",
    )


def test_a_paper_of_the_same_day_is_said_not_to_be_counted_from() -> None:
    both = replace(HELD, papers=(*HELD.papers, EarlierPaper(4, SEPTEMBER, 0)))
    assert both.day(Since.LAST_PAPER, SEPTEMBER) == JUNE
    assert both.not_counted_from(SEPTEMBER) == (
        "Paper 4 has the figures of 4 September 2023 itself, so it is not counted from.",
    )
    assert HELD.not_counted_from(SEPTEMBER) == ()


def test_why_there_is_no_last_paper() -> None:
    none = replace(HELD, papers=())
    assert none.counted_from_paper(SEPTEMBER) == ()
    assert none.no_paper(SEPTEMBER) == (
        "No paper with figures before 4 September 2023 was issued (page Paper), so none can be counted from."
    )
    assert HELD.no_paper(MARCH).startswith("The only papers issued have the figures of 6 March 2023 or later")


def test_what_was_done_since_to_exports_that_a_paper_rests_on_is_counted_and_nothing_else() -> None:
    paper = PaperToIssue(b"PK", JUNE, 2, "{}", "[]", anonymised=False)
    with closing(empty_store()) as store:
        imported(store, items_csv(*numbered(3)), MARCH)
        upload = imported(store, items_csv(*numbered(4)), JUNE)
        issue_paper(store, paper, by("flo"))
        imported(store, items_csv(*numbered(5)), SEPTEMBER)  # later than the paper's figures
        with store.snapshot() as snapshot:
            assert beginnings(snapshot, ()).papers == (EarlierPaper(1, JUNE, 0),)
        with store.snapshot(1) as snapshot:
            assert beginnings(snapshot, ()).papers == (), "it was not issued by then"
        withdraw(store, upload, by("flo"))
        with store.snapshot() as snapshot:
            held = beginnings(snapshot, ())
    assert held.papers == (EarlierPaper(1, JUNE, 1),)
    assert (
        "withdrawn or restored 1 time since paper 1 was issued: what it printed can differ"
        in (held.counted_from_paper(SEPTEMBER)[1])
    )
