"""The sentences about a period: one item and several, kinds that cannot be compared, and where the lists come from."""

from datetime import date

from jasc_data.answers.period_changes.answer import PeriodChanges, period_changes
from jasc_data.answers.period_changes.text import changes_headline, changes_notices, changes_sentences, changes_source
from jasc_data.store.connection import Store
from tests.builders import HOME, PAPER_DAY, empty_store, imported, item, items_csv, numbered, positions_csv

JUNE, JULY, AUGUST = date(2023, 6, 5), date(2023, 7, 3), date(2023, 8, 7)
PERIOD = "between 5 June 2023 and 4 September 2023"


def between(store: Store, first: date = JUNE, last: date = PAPER_DAY) -> PeriodChanges:
    with store.snapshot() as snapshot:
        return period_changes(snapshot, HOME, first, last)


def put_off(references: tuple[str, ...], *targets: tuple[date, str]) -> Store:
    """The items, in an export for every one of their own target dates."""
    store = empty_store()
    for day, target in targets:
        imported(store, items_csv(*(item(reference, target_date=target) for reference in references)), day)
    return store


def test_one_item_is_told_in_the_singular_and_several_in_the_plural() -> None:
    for number, regraded in ((1, "1 item was regraded"), (2, "2 items were regraded")):
        store = empty_store()
        imported(store, items_csv(*numbered(number, grade="2")), JUNE)
        imported(store, items_csv(*numbered(number, grade="3")))
        assert changes_sentences(between(store))[-1] == f"{regraded} {PERIOD}."


def test_a_target_date_put_off_again_says_so_and_of_several_how_many() -> None:
    once, twice = (JUNE, "01/10/2023"), (JULY, "01/11/2023")
    found = between(put_off(("R1",), once, (PAPER_DAY, "01/12/2023")))
    assert changes_sentences(found)[-1] == f"1 item's own target date was put off {PERIOD}."
    found = between(put_off(("R1",), once, twice, (PAPER_DAY, "01/12/2023")))
    assert changes_sentences(found)[-1] == f"1 item's own target date was put off {PERIOD}, not for the first time."
    found = between(put_off(("R1", "R2"), once, twice, (PAPER_DAY, "01/12/2023")))
    assert changes_sentences(found)[-1] == (
        f"2 items' own target dates were put off {PERIOD}, 2 of them not for the first time."
    )


def test_counts_alone_are_nothing_to_compare_and_their_source_says_so() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (7, 119, 42)}), JUNE)
    found = between(store)
    assert changes_headline(found) == "Changes from 5 June 2023 to 4 September 2023: no items to compare"
    assert changes_source(found) == "Source: items exports. At the first date: none held. At the second: none held."


def test_only_the_kinds_that_are_not_held_at_both_dates_are_named_as_such() -> None:
    """Recommendations have two exports; the AFIs' only one lies before both dates; there are no causes of concern."""
    store = empty_store()
    imported(store, items_csv(item("A1", "AFI")), JUNE)
    imported(store, items_csv(*numbered(2)), JULY)
    imported(store, items_csv(*numbered(3)))
    said = changes_notices(between(store, AUGUST))
    assert said[0] == (
        "Of causes of concern the items are not held at both dates, so what opened and closed is not known: "
        f"upload an items export of {HOME} for each date."
    )
    assert said[-1] == "No items export of AFIs lies between the two dates, so none of them can have changed."


def test_the_source_gives_the_dates_of_the_exports_on_either_side() -> None:
    store = empty_store()
    imported(store, items_csv(item("A1", "AFI")), JUNE)
    imported(store, items_csv(*numbered(2)), JULY)
    imported(store, items_csv(*numbered(3)))
    assert changes_source(between(store, AUGUST)) == (
        "Source: items exports. At the first date: 5 June 2023 and 3 July 2023. "
        "At the second: 5 June 2023 and 4 September 2023."
    )
