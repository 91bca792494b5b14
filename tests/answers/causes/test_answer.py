"""The causes of concern and what belongs to each, on files imported as a person's are."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.causes.answer import Causes, belonging_to, causes_in, causes_of_item
from jasc_data.answers.causes.text import (
    belonging_words,
    causes_headline,
    causes_sentences,
    due_words,
    since_words,
    stray_words,
)
from jasc_data.answers.register.answer import register_of
from jasc_data.store.connection import Store
from tests.builders import BY_FORCE, HOME, PAPER_DAY, ItemCells, empty_store, imported, item, items_csv, whole_histories

JUNE = date(2023, 6, 5)


@pytest.fixture
def store() -> Store:
    return empty_store()


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
        "Published 13 Apr 2022, 1 year 4 months before 4 Sep 2023; first seen in our exports 5 Jun 2023"
    )
    assert causes_sentences(found) == (
        "On 4 September 2023 West Mercia had 3 open causes of concern, from Custody (2) and PEEL (1).",
        "On 4 September 2023 3 open recommendations belonged to the open causes of concern, 1 of them awaiting "
        "sign-off.",
        "On 4 September 2023 1 open cause of concern had no open recommendation that names it.",
        "On 4 September 2023 1 open recommendation named no cause of concern.",
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
    assert [causes_of_item(register, by_name[name]) for name in ("R1", "R2", "R3", "C1")] == [
        (by_name["C2"],),
        (by_name["C2"],),
        (),
        (),
    ]


def test_a_causes_lead_and_passed_deadline_are_said(store: Store) -> None:
    imported(store, items_csv(concern("C1", deadline="01/09/2023", lead="Head of Custody"), concern("C2")))
    found = causes(store)
    assert [due_words(found, cause) for cause in found.causes] == [
        "Lead: Head of Custody. HMICFRS deadline: 1 Sep 2023 (stated); 3 days past the deadline",
        "Lead: not stated. HMICFRS deadline: none",
    ]
    assert "On 4 September 2023 1 of the open causes of concern was past the HMICFRS deadline." in causes_sentences(
        found
    )


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


def test_an_item_that_names_two_belongs_to_both_and_is_counted_once(store: Store) -> None:
    rows = (
        concern("C1"),
        concern("C2"),
        concern("C3", status="Closed"),
        of("R1", "C1; C2"),
        of("R2", "c1 and C3"),  # one of the two is open
        of("R3", "C3, C1a"),
        of("R4", "C9/C8"),
        of("R5", ""),
        item("A1", "AFI", "Custody", report_published="20/04/2022", cause_of_concern="C2 & C1"),
    )
    imported(store, items_csv(*rows))
    found = causes(store)
    assert [[item.name for item in cause.open] for cause in found.causes] == [["A1", "R1", "R2"], ["A1", "R1"]]
    assert [(stray.named, [item.name for item in stray.items]) for stray in found.strays] == [
        ("C1a", ["R3"]),
        ("C3", ["R3"]),
        ("C9/C8", ["R4"]),
    ]
    assert causes_sentences(found)[1:] == (
        "On 4 September 2023 2 open recommendations and 1 open AFI belonged to the open causes of concern.",
        "On 4 September 2023 2 open recommendations named a cause of concern that was not open or of which no record "
        "is held.",
        "On 4 September 2023 1 open recommendation named no cause of concern.",
    )
    by_name = {item.name: item for item in found.register.items}
    assert [cause.name for cause in causes_of_item(found.register, by_name["R2"])] == ["C1", "C3"]
    assert [item.name for item in belonging_to(found.register, by_name["C3"])] == ["R2", "R3"]


def test_a_cause_that_only_afis_name_has_no_recommendation(store: Store) -> None:
    afi = item("A1", "AFI", "Custody", report_published="20/04/2022", cause_of_concern="C1")
    imported(store, items_csv(concern("C1"), afi))
    assert causes_sentences(causes(store))[1:] == (
        "On 4 September 2023 1 open AFI belonged to the open cause of concern.",
        "On 4 September 2023 1 open cause of concern had no open recommendation that names it.",
    )


NAMED = st.sampled_from(["", "C1", "C2", "C3", "C9", "C1; C2", "C1 and C3", "C3, C9"])


@whole_histories
@given(st.lists(st.tuples(NAMED, st.sampled_from(["Open", "Awaiting sign-off", "Closed"])), max_size=8))
def test_the_sentences_count_every_open_recommendation_once(rows: list[tuple[str, str]]) -> None:
    store = empty_store()
    named = [of(f"R{place}", cause, status=status) for place, (cause, status) in enumerate(rows)]
    imported(store, items_csv(concern("C1"), concern("C2"), concern("C3", status="Closed"), *named))
    said = [line for line in causes_sentences(causes(store)) if re.search("belonged|named", line)]
    told = sum(int(number) for line in said for number in re.findall(r"(\d+) open recommendation", line))
    assert told == sum(status != "Closed" for _, status in rows)


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
