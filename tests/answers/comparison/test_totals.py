"""What must be said beside a breakdown of items, each sentence and the case just beside it in which it is not said.

Mutation testing found that no test would have noticed most of these missing.
"""

from datetime import date, timedelta

import pytest

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.figures.open_items import ItemsHeld
from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.wording.totals import other_than_headline
from tests.builders import AFI, COC, PAPER_DAY, REC, answer, empty_store, imported, items_csv, numbered

MAY = date(2023, 5, 4)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Three open recommendations as of the paper's day, from items."""
    store = empty_store()
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    return answer(store, PAPER_DAY)


def held(open_: int = 3, as_of: date = PAPER_DAY, complete: date | None = None, kind: Kind = REC) -> ItemsHeld:
    return ItemsHeld(kind, open_, as_of, complete or as_of)


def said(comparison: Comparison, *entries: ItemsHeld, days: int = 0, **more: object) -> list[str]:
    """What is said so many days after the paper's, of these items; of kinds that are not held nothing unless asked."""
    partial = more.pop("partial", dict.fromkeys(set(Kind) - {entry.kind for entry in entries}, 0))
    today = PAPER_DAY + timedelta(days=days)
    by_kind = {entry.kind: entry for entry in entries}
    return list(totals_sentences(comparison, by_kind, partial, today, **more))  # type: ignore[arg-type]


def test_nothing_is_said_of_the_headlines_own_items(comparison: Comparison) -> None:
    assert said(comparison, held()) == []


def test_another_total_or_another_date_is_said(comparison: Comparison) -> None:
    assert said(comparison, held(2)) == [
        "Recommendations: sums to 2 (items, 4 Sep 2023); headline 3 (items, 4 Sep 2023)."
    ]
    assert said(comparison, held(3, PAPER_DAY - timedelta(days=1))) == [
        "Recommendations: sums to 3 (items, 3 Sep 2023); headline 3 (items, 4 Sep 2023)."
    ]


def test_an_export_of_some_reports_says_when_the_others_were_last_told(comparison: Comparison) -> None:
    (sentence,) = said(comparison, held(complete=PAPER_DAY - timedelta(days=20)))
    assert sentence == (
        "Recommendations: the export of 4 September 2023 is of some reports only; the others are as of 15 August 2023."
    )


@pytest.mark.parametrize(("days", "is_said"), [(31, False), (32, True)])
def test_items_older_than_31_days_say_so(comparison: Comparison, days: int, is_said: bool) -> None:
    sentence = f"The items are of 4 September 2023, {days} days before today."
    assert said(comparison, held(), days=days) == ([sentence] if is_said else [])


def test_of_several_kinds_the_oldest_decides(comparison: Comparison) -> None:
    told = said(comparison, held(), held(0, PAPER_DAY, MAY, AFI))
    assert told[-1] == "The items are of 4 May 2023, 123 days before today."


def test_kinds_that_are_not_held_are_named(comparison: Comparison) -> None:
    told = "No items export of the causes of concern and AFIs is held, so none are shown here."
    assert said(comparison, held(), partial={}) == [told]
    assert said(comparison, partial={}) == []  # where nothing is held the page says that instead


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        (
            False,
            "Not counted here: 1 AFI known from exports of some reports only, which give no total; see the Register",
        ),
        (True, "Counted here: 1 AFI known from exports of some reports only, which give no total."),
    ],
)
def test_what_is_known_of_some_reports_only_is_counted_or_not(
    comparison: Comparison, counted: bool, sentence: str
) -> None:
    (told,) = said(comparison, held(), partial={AFI: 1, COC: 0}, partial_counted=counted)
    assert told.startswith(sentence)


def test_one_and_the_same_figure_is_no_difference_and_an_equal_one_of_another_date_is() -> None:
    class Head:
        open, as_of, source = 3, PAPER_DAY, ExportType.POSITIONS

    assert other_than_headline(REC, held(3), None) is None
    assert other_than_headline(REC, held(3), Head()) is None
    assert other_than_headline(REC, held(3, MAY), Head(), which="here") == (
        "The recommendations here sum to 3 (items, 4 May 2023); "
        "the headline is 3 as well (positions, 4 September 2023)."
    )
    assert other_than_headline(REC, held(2, MAY), Head(), which="here") == (
        "The recommendations here sum to 2 (items, 4 May 2023); the headline is 3 (positions, 4 September 2023)."
    )
