"""The causes of concern and what belongs to each, on files imported as a person's are."""

from datetime import date

import pytest

from jasc_data.analysis.causes import Causes, belonging_to, cause_of, causes_in
from jasc_data.analysis.causes_words import (
    belonging_words,
    causes_headline,
    causes_sentences,
    due_words,
    since_words,
    stray_words,
)
from jasc_data.analysis.register import register_of
from jasc_data.store.connection import Store, store_in_memory
from tests.builders import BY_FORCE, HOME, PAPER_DAY, ItemCells, imported, item, items_csv

JUNE = date(2023, 6, 5)


@pytest.fixture
def store() -> Store:
    return store_in_memory()


def causes(store: Store, day: date = PAPER_DAY) -> Causes:
    with store.snapshot() as snapshot:
        return causes_in(register_of(snapshot, HOME, day))


def concern(reference: str, report: str = "Custody", published: str = "20/04/2022", **more: str) -> ItemCells:
    return item(reference, "CoC", report, report_published=published, text=f"About {reference}", **more)


def of(reference: str, cause: str, **more: str) -> ItemCells:
    return item(reference, "Recommendation", "Custody", report_published="20/04/2022", cause_of_concern=cause, **more)


def test_each_cause_has_the_recommendations_that_name_it(store: Store) -> None:
    imported(store, items_csv(concern("C10"), concern("C2"), concern("C1", "PEEL", "13/04/2022")), JUNE)
    recommendations = [of("R10", " c2 "), of("R9", "C2", status="Awaiting sign-off"), of("R1", "C1"), of("R3", "")]
    imported(store, items_csv(concern("C10"), concern("C2"), concern("C1", "PEEL", "13/04/2022"), *recommendations))
    found = causes(store)
    assert [cause.item.name for cause in found.causes] == ["C1", "C2", "C10"]
    assert [[item.name for item in cause.open] for cause in found.causes] == [["R1"], ["R9", "R10"], []]
    assert found.naming_none == 1
    assert causes_headline(found) == "West Mercia: 3 causes of concern open, the oldest published 13 April 2022"
    assert belonging_words(found.causes[1]) == "2 recommendations open: R9 and R10; 1 awaiting sign-off"
    assert belonging_words(found.causes[2]) == "No open recommendation names it"
    assert since_words(found, found.causes[0]) == (
        "Published 13 Apr 2022, 1 year 4 months ago; first seen in our exports 5 Jun 2023"
    )
    assert causes_sentences(found) == (
        "On 4 September 2023 West Mercia had 3 open causes of concern, from Custody (2) and PEEL (1).",
        "3 open recommendations belong to them, of which 1 awaits sign-off.",
        "1 cause of concern has no open recommendation that names it.",
        "1 open recommendation names no cause of concern.",
    )


def test_a_cause_and_what_belongs_to_it_lead_to_each_other(store: Store) -> None:
    """Also where either is open no longer: its page is still there to be looked at."""
    rows = (
        concern("C1"),
        concern("C2", status="Closed"),
        of("R1", "c2"),
        of("R2", "C2", status="Closed"),
        of("R3", ""),
    )
    imported(store, items_csv(*rows))
    register = causes(store).register
    by_name = {item.name: item for item in register.items}
    assert [item.name for item in belonging_to(register, by_name["C2"])] == ["R1", "R2"]
    assert belonging_to(register, by_name["C1"]) == belonging_to(register, by_name["R1"]) == ()
    assert [cause_of(register, by_name[name]) for name in ("R1", "R2", "R3", "C1")] == [
        by_name["C2"],
        by_name["C2"],
        None,
        None,
    ]


def test_a_causes_lead_and_passed_deadline_are_said(store: Store) -> None:
    imported(store, items_csv(concern("C1", deadline="01/09/2023", lead="Head of Custody"), concern("C2")))
    found = causes(store)
    assert [due_words(found, cause) for cause in found.causes] == [
        "Lead: Head of Custody. HMICFRS deadline: 1 Sep 2023 (stated); 3 days past the deadline",
        "Lead: not stated. HMICFRS deadline: none",
    ]
    assert "1 of them is past the HMICFRS deadline." in causes_sentences(found)


def test_items_whose_cause_is_not_open_or_not_held_are_said(store: Store) -> None:
    imported(
        store,
        items_csv(concern("C1"), concern("C2", status="Closed"), of("R1", "C2"), of("R2", "C9"), of("R3", "c9")),
    )
    found = causes(store)
    assert [(stray.named, [item.name for item in stray.items]) for stray in found.strays] == [
        ("C2", ["R1"]),
        ("C9", ["R2", "R3"]),
    ]
    assert stray_words(found, found.strays[0]) == "R1 names C2, which is closed."
    assert stray_words(found, found.strays[1]) == "R2 and R3 name C9, of which no record of West Mercia is held."


def test_what_is_open_no_longer_is_counted_with_its_cause(store: Store) -> None:
    imported(store, items_csv(concern("C1"), of("R1", "C1"), of("R2", "C1")), JUNE)
    imported(store, items_csv(concern("C1"), of("R1", "C1")))
    assert belonging_words(causes(store).causes[0]) == "1 recommendation open: R1; 1 more no longer open"
    assert causes_headline(causes(store)) == "West Mercia: 1 cause of concern open, published 20 April 2022"


def test_a_cause_without_publication_date_says_since_when_it_is_seen(store: Store) -> None:
    imported(store, items_csv(concern("C1", published="")))
    found = causes(store)
    assert since_words(found, found.causes[0]).startswith("No publication date held; first seen in our exports 4 Sep")
    assert causes_headline(found) == "West Mercia: 1 cause of concern open"


def test_only_positions_give_no_causes(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes())
    found = causes(store)
    assert not found.held
    assert causes_headline(found) == "The causes of concern of West Mercia are not held"
    assert causes_sentences(found) == ()


def test_none_open_is_said(store: Store) -> None:
    imported(store, items_csv(concern("C1", status="Closed")))
    assert causes_sentences(causes(store)) == ("On 4 September 2023 West Mercia had no open causes of concern.",)
