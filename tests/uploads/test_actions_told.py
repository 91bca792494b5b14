"""Withdrawing and restoring end on what happened, at every date (rule 7)."""

from datetime import date

import pytest

from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import Kind, LogAction
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import carry_out, rehearse_action
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.action_text import done_sentences, foretold_sentences
from jasc_data.uploads.dated_impact import DatedChange, DatedFigure
from jasc_data.uploads.impact_tables import dates_table
from jasc_data.uploads.replaced import NATION
from tests.builders import (
    GROUPS,
    HOME,
    PAPER_DAY,
    REC,
    by,
    dump,
    empty_store,
    imported,
    item,
    items_csv,
    numbered,
    positions_csv,
)
from tests.builders import NATION as FORCES
from tests.tables import as_read

JULY, AUGUST = date(2023, 7, 3), date(2023, 8, 1)
VIEW = Viewpoint(HOME, GROUPS, FORCES)
LAST = "No headline figure of another date changes."


@pytest.fixture
def store() -> Store:
    return empty_store()


def withdrawn(store: Store, number: int) -> Acted:
    return carry_out(store, number, LogAction.WITHDRAWN, by(), "the wrong file", VIEW)


def restored(store: Store, number: int) -> Acted:
    return carry_out(store, number, LogAction.RESTORED, by(), "the right file", VIEW)


def three_dates(store: Store) -> None:
    """4 open in July, 6 in August, 5 in September, of one force and kind."""
    for day, count in ((JULY, 4), (AUGUST, 6), (PAPER_DAY, 5)):
        imported(store, items_csv(*numbered(count)), day)


def test_withdrawing_the_latest_shows_the_figure_before_it_with_its_date(store: Store) -> None:
    three_dates(store)
    acted = withdrawn(store, 3)
    assert acted.dates == (DatedChange(PAPER_DAY, HOME, REC, DatedFigure(5, PAPER_DAY), DatedFigure(6, AUGUST)),)
    assert done_sentences(acted, HOME) == (
        "Upload 3 of 4 September 2023 is withdrawn: for West Mercia, recommendations are 6, of 1 Aug 2023 (before: 5).",
        LAST,
    )
    assert done_sentences(restored(store, 3), HOME) == (
        "Upload 3 of 4 September 2023 is live again: for West Mercia, recommendations are 5 (before: 6, of 1 Aug 2023).",
        LAST,
    )


def test_withdrawing_an_older_upload_changes_its_own_date_and_not_the_later_ones(store: Store) -> None:
    three_dates(store)
    assert done_sentences(withdrawn(store, 2), HOME)[1:] == (LAST,)


def test_withdrawing_an_older_upload_changes_later_dates_that_rest_on_it(store: Store) -> None:
    """An export of AFIs alone leaves the recommendations of the earlier upload as they were."""
    imported(store, items_csv(*numbered(4), item("A1", "AFI")), JULY)
    for day in (AUGUST, PAPER_DAY):
        imported(store, items_csv(item("A1", "AFI")), day)
    acted = rehearse_action(store, 1, LogAction.WITHDRAWN, VIEW)
    assert acted.other_days == (AUGUST, PAPER_DAY)
    assert foretold_sentences(acted, HOME) == (
        "Items at 3 July 2023: 5 would no longer count as open.",
        "At the latest date held: Recommendations of West Mercia: 4 before, no longer held.",
        "It changes figures of 2 other dates as well: 1 August 2023 and 4 September 2023.",
    )
    table = as_read(dates_table(acted, (HOME,), "Figures"))
    assert list(table["As of"]) == ["3 Jul 2023", "1 Aug 2023", "4 Sep 2023"]
    assert list(table["Recommendations"]) == ["4 → not held"] * 3
    assert list(table["AFIs"]) == ["1 → not held", "no change", "no change"]


def test_a_rehearsed_action_keeps_nothing(store: Store) -> None:
    three_dates(store)
    before = dump(store)
    rehearse_action(store, 2, LogAction.WITHDRAWN, VIEW)
    assert dump(store) == before


def test_a_replaced_upload_changes_no_figure_and_says_why(store: Store) -> None:
    imported(store, items_csv(*numbered(4)), AUGUST)
    imported(store, items_csv(*numbered(5)))
    imported(store, items_csv(*numbered(6)))
    why = "It changes no figure, because upload 3 replaces it."
    assert foretold_sentences(rehearse_action(store, 2, LogAction.WITHDRAWN, VIEW), HOME) == (why,)
    assert done_sentences(withdrawn(store, 2), HOME) == ("Upload 2 of 4 September 2023 is withdrawn.", why)
    assert done_sentences(restored(store, 2), HOME) == ("Upload 2 of 4 September 2023 is live again.", why)


def test_other_forces_and_the_nation_are_said(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 104, 34), "Suffolk": (6, 115, 14)}, national=(4, 129, 27.8)))
    acted = withdrawn(store, 1)
    assert {change.owner for change in acted.dates} == {HOME, "Suffolk", NATION}
    assert done_sentences(acted, HOME) == (
        "Upload 1 of 4 September 2023 is withdrawn: for West Mercia, causes of concern are not held (before: 6), "
        "recommendations are not held (before: 104) and AFIs are not held (before: 34).",
        LAST,
        "Figures of other forces that change: Suffolk.",
        "Published national averages change.",
    )
    table = as_read(dates_table(acted, ("Suffolk", NATION), "Figures"))
    assert list(table["Force"]) == [NATION, "Suffolk"]
    assert list(table["AFIs"]) == ["27.8 → not held", "14 → not held"]


def test_a_national_average_alone_is_a_change_too(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 104, 34)}, national=(4, 129, 27.8)))
    imported(store, positions_csv({HOME: (6, 104, 34)}))
    acted = rehearse_action(store, 1, LogAction.WITHDRAWN, VIEW)
    assert not acted.changes_nothing
    assert foretold_sentences(acted, HOME)[-1] == "Published national averages change."


def test_the_reason_is_kept_in_the_log(store: Store) -> None:
    three_dates(store)
    withdrawn(store, 1)
    with store.snapshot() as snapshot:
        assert snapshot.raw("uploads/log")[-1]["detail"] == "the wrong file"


def test_the_dates_told_are_those_of_the_headlines(store: Store) -> None:
    """What is told of every date at once is what the pages then show of each."""
    three_dates(store)
    acted = withdrawn(store, 1)
    assert [(change.day, change.kind, change.after) for change in acted.dates] == [(JULY, Kind.RECOMMENDATION, None)]
