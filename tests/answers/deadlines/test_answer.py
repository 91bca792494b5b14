"""Leads, ages, deadlines and revisions, on files imported as a person's are; each breakdown sums to the headline."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.deadlines.answer import NO_LEAD, Age, Ageing, Due, ageing_in
from jasc_data.answers.deadlines.charts import SHOWN_LEADS, age_bars, lead_bars
from jasc_data.answers.deadlines.tables import age_table, due_table, lead_table
from jasc_data.answers.deadlines.text import ageing_sentences, ages_message, deadlines_headline, leads_message
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.text import register_sentences
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.store.connection import Store
from tests.builders import (
    BY_FORCE,
    HOME,
    PAPER_DAY,
    ItemCells,
    empty_store,
    headlines,
    imported,
    item,
    items_csv,
    numbered,
    whole_histories,
)
from tests.figures import drawn
from tests.tables import as_read

SOURCE = Provenance("Source: a test", "OFFICIAL", invented=True)


@pytest.fixture
def store() -> Store:
    return empty_store()


def ageing(store: Store, day: date = PAPER_DAY) -> Ageing:
    with store.snapshot() as snapshot:
        return ageing_in(register_of(snapshot, HOME, day))


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def due_in(days: int, **more: str) -> ItemCells:
    return item(f"R{days}", deadline=written(PAPER_DAY + timedelta(days=days)), **more)


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (-1, Due.OVERDUE),
        (0, Due.IN_30),
        (30, Due.IN_30),
        (31, Due.IN_60),
        (60, Due.IN_60),
        (61, Due.IN_90),
        (90, Due.IN_90),
        (91, Due.LATER),
    ],
)
def test_each_item_is_in_one_class_of_deadline(store: Store, days: int, due: Due) -> None:
    imported(store, items_csv(due_in(days)))
    assert {line.name: line.open for line in ageing(store).due if line.open} == {due: 1}


def test_due_in_counts_the_ones_before_it_and_none_that_are_overdue(store: Store) -> None:
    imported(store, items_csv(*[due_in(days) for days in (-5, 0, 30, 31, 60, 90, 91)]))
    found = ageing(store)
    assert [len(found.due_within(days)) for days in (30, 60, 90)] == [2, 4, 5]
    assert deadlines_headline(found) == "West Mercia: 1 item overdue, 5 due in 90 days"
    assert (
        "Due by the HMICFRS deadline, counted from 4 September 2023: 2 in 30 days, 4 in 60 days and 5 in 90 days, "
        "each counting the ones before" in (" ".join(ageing_sentences(found)))
    )


def test_no_deadline_and_words_that_give_no_date_are_classes(store: Store) -> None:
    imported(store, items_csv(item("R1"), item("R2", deadline="When funds allow"), item("R3", deadline="none")))
    assert {line.name: line.open for line in ageing(store).due if line.open} == {Due.NONE: 2, Due.NOT_UNDERSTOOD: 1}


def test_an_own_target_date_never_makes_an_item_overdue(store: Store) -> None:
    imported(store, items_csv(item("R1", target_date="01/01/2023")))
    assert ageing(store).overdue == ()


@pytest.mark.parametrize(
    ("published", "age"),
    [
        (date(2023, 3, 5), Age.HALF_YEAR),
        (date(2023, 3, 4), Age.YEAR),
        (date(2022, 9, 5), Age.YEAR),
        (date(2022, 9, 4), Age.TWO_YEARS),
        (date(2021, 9, 4), Age.THREE_YEARS),
        (date(2020, 9, 5), Age.THREE_YEARS),
        (date(2020, 9, 4), Age.OLDER),
    ],
)
def test_age_is_counted_from_publication(store: Store, published: date, age: Age) -> None:
    imported(store, items_csv(item("R1", report_published=written(published))))
    assert {line.name: line.open for line in ageing(store).ages if line.open} == {age: 1}


def test_without_publication_date_age_is_counted_from_when_first_seen_and_said(store: Store) -> None:
    imported(store, items_csv(item("R1")), date(2022, 8, 1))
    imported(store, items_csv(item("R1")))
    found = ageing(store)
    assert {line.name: line.open for line in found.ages if line.open} == {Age.TWO_YEARS: 1}
    assert "1 item without a publication date counted from when first seen" in " ".join(ageing_sentences(found))


def test_leads_are_one_however_they_are_spelled_and_none_is_a_class(store: Store) -> None:
    leads = ["Supt Webster", "supt  webster", "Supt Webster", "", "A. Lead"]
    imported(store, items_csv(*[item(f"R{n}", lead=lead) for n, lead in enumerate(leads)]))
    found = ageing(store)
    assert [(line.name, line.open) for line in found.leads] == [("Supt Webster", 3), ("A. Lead", 1), (NO_LEAD, 1)]
    assert leads_message(found) == "Supt Webster has most: 3 of 5 items"
    assert ageing_sentences(found)[-1] == (
        "On 4 September 2023 the 4 open items with a lead were with Supt Webster (3) and A. Lead (1); "
        "no lead was stated for 1 item."
    )


def test_leads_with_as_many_items_are_none_of_them_singled_out(store: Store) -> None:
    leads = ["Supt Webster", "A. Lead", "Supt Webster", "A. Lead", "B. Lead"]
    imported(store, items_csv(*[item(f"R{n}", lead=lead) for n, lead in enumerate(leads)]))
    assert leads_message(ageing(store)) == "2 leads have most: 2 of 5 items each"


def test_target_dates_revised_more_than_once_are_listed_with_how_often(store: Store) -> None:
    for month, target in enumerate(["", "01/10/2023", "01/11/2023", "01/10/2023"], start=5):
        imported(
            store,
            items_csv(item("R1", target_date=target), item("R2", target_date="01/10/2023")),
            date(2023, month, 1),
        )
    found = ageing(store)
    assert [(item.name, item.revisions) for item in found.revised_often] == [("R1", 2)]
    said = " ".join(ageing_sentences(found))
    assert "Own target date revised more than once: 50%, 1 of 2 open items on 4 September 2023, at most twice." in said


def test_what_is_planned_later_than_its_deadline_is_said(store: Store) -> None:
    imported(
        store,
        items_csv(
            item("R1", deadline="01/12/2023", target_date="02/12/2023"),
            item("R2", deadline="01/12/2023", target_date="01/12/2023"),
            item("R3", deadline="01/08/2023", target_date="02/12/2023"),
        ),
    )
    said = " ".join(ageing_sentences(ageing(store)))
    assert (
        "Own target date after an HMICFRS deadline that is still to be met: 33%, 1 of 3 open items on 4 September 2023."
        in said
    )


def test_overdue_is_said_with_reasons_sign_off_and_worked_out(store: Store) -> None:
    imported(
        store,
        items_csv(
            item("R1", deadline="01/05/2023", overdue_reason="Supplier"),
            item("R2", deadline="By June 2023", status="Awaiting sign-off"),
        ),
    )
    found = ageing(store)
    assert ageing_sentences(found)[0] == (
        "On 4 September 2023 2 items of West Mercia were past the HMICFRS deadline (1 with a reason given, "
        "1 awaiting sign-off, 1 by a deadline worked out from words)."
    )
    assert [item.days_overdue(found.day) for item in found.overdue] == [126, 66]
    assert found.overdue[0].overdue_reason == "Supplier"


def test_immediately_counts_as_worked_out(store: Store) -> None:
    """Rule 16: its day is the publication's, which stands in no export as a deadline."""
    rows = [
        item("R1", deadline="Immediately", report_published="02/11/2022"),
        item("R2", deadline="By June 2023", report_published="02/11/2022"),
        item("R3", deadline="01/05/2023", report_published="02/11/2022"),
    ]
    imported(store, items_csv(*rows))
    found = ageing(store)
    assert ageing_sentences(found)[0].endswith("(0 with a reason given, 2 by a deadline worked out from words).")
    assert as_read(due_table(found)).loc["Overdue", "Worked out from words"] == "2"
    with store.snapshot() as snapshot:
        assert needs_attention(snapshot, HOME, PAPER_DAY).overdue_worked_out == 2
    assert "On 4 September 2023 3 items were past the HMICFRS deadline, 3 without a reason, 2 by a deadline worked" in (
        " ".join(register_sentences(found.register))
    )


def led(*numbers: int, without: int = 0) -> list[ItemCells]:
    """Items of leads A, B, C ..., so many each."""
    cells = [
        item(f"{name}{place}", lead=f"Lead {name}")
        for name, number in zip("ABCDEFG", numbers, strict=False)
        for place in range(number)
    ]
    return [*cells, *(item(f"X{place}", lead="") for place in range(without))]


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (led(4, 3, 2, 1), "most of the 10 open items were with Lead A (4), Lead B (3) and Lead C (2)."),
        (
            led(4, 3, 2, 1, without=8),  # 9 of 18 is half, and not most
            "the largest numbers of the 18 open items were with Lead A (4), Lead B (3) and Lead C (2); "
            "no lead was stated for 8 items.",
        ),
        (led(4, 2, 2, 2), "the largest number of the 10 open items were with Lead A (4)."),
        (led(2, 2, 2, 2, 1), "4 of 5 leads had the most, 2 of the 9 open items each."),
        (led(1), "the 1 open item with a lead was with Lead A (1)."),
        (led(without=2), "no lead was stated for 2 items."),
    ],
)
def test_most_is_more_than_half_and_of_equal_leads_none_is_singled_out(
    store: Store, items: list[ItemCells], words: str
) -> None:
    imported(store, items_csv(*items))
    assert ageing_sentences(ageing(store))[-1] == f"On 4 September 2023 {words}"


def test_many_leads_are_drawn_as_the_largest_and_the_rest_and_sum_to_the_total(store: Store) -> None:
    cells = [item(f"R{n}-{m}", lead=f"Lead {n}") for n in range(1, 15) for m in range(n)]
    imported(store, items_csv(*cells, item("X1"), item("X2")))
    found = ageing(store)
    chart = lead_bars(found, SOURCE)
    assert len(drawn(chart).data[0].x) == SHOWN_LEADS
    assert sum(drawn(chart).data[0].x) == len(found.items) == 107
    assert any("7 other leads" in name for name in drawn(chart).layout.yaxis.ticktext)
    assert "No lead stated" in drawn(chart).layout.yaxis.ticktext[-1]


def test_the_charts_carry_message_alt_text_and_provenance(store: Store) -> None:
    imported(store, items_csv(*numbered(3, lead="<i>Chief</i> Superintendent of a very long name indeed, North")))
    for chart in (lead_bars(ageing(store), SOURCE), age_bars(ageing(store), SOURCE)):
        assert len(chart.message.split()) <= 12
        assert len(chart.alt) <= ALT_LIMIT
        foot = drawn(chart).layout.annotations[1].text
        assert all(words in foot for words in ("Source: a test", "OFFICIAL", "Invented demonstration data"))
    assert "<i>" not in drawn(lead_bars(ageing(store), SOURCE)).layout.yaxis.ticktext[0]
    assert ages_message(ageing(store)) == "0 of 3 items are a year old or more"


def test_only_positions_give_nothing(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes())
    found = ageing(store)
    assert found.items == ()
    assert deadlines_headline(found) == "No total of West Mercia's items is held"
    assert ageing_sentences(found) == ()


cells = st.tuples(
    st.sampled_from(["CoC", "Recommendation", "AFI"]),
    st.sampled_from(["Open", "In progress", "Awaiting sign-off", "Closed", "Superseded"]),
    st.sampled_from(["", "01/05/2023", "By June 2023", "Immediately", "01/12/2023", "when ready"]),
    st.sampled_from(["", "Ann", "ann", "Bob"]),
    st.sampled_from(["", "20/04/2022", "01/09/2023"]),
)


@whole_histories
@given(st.lists(st.lists(cells, min_size=1, max_size=12), min_size=1, max_size=3))
def test_leads_ages_and_deadlines_each_sum_to_the_headline(exports: list[list[tuple[str, ...]]]) -> None:
    store = empty_store()
    for month, rows in enumerate(exports, start=6):
        content = items_csv(
            *[
                item(
                    f"R{number}",
                    kind,
                    f"Report {published}",
                    status=status,
                    deadline=deadline if published or deadline != "Immediately" else "",
                    lead=lead,
                    report_published=published,
                )
                for number, (kind, status, deadline, lead, published) in enumerate(rows)
            ]
        )
        imported(store, content, date(2023, month, 4), kinds=tuple(Kind))
    found = ageing(store)
    total = sum(open_ for open_, _, _ in headlines(store, PAPER_DAY).values())
    for lines in (found.leads, found.ages, found.due):
        assert sum(line.open for line in lines) == total
        assert len({item.item_key for line in lines for item in line.items}) == total
    for kind in Kind:
        assert sum(line.of_kind(kind) for line in found.leads) == headlines(store, PAPER_DAY)[HOME, kind][0]
    for table in (lead_table(found), age_table(found), due_table(found)):
        assert list(as_read(table)["Open"])[-1] == f"{total:,}"
