"""Totals and counts that a spreadsheet sets between and below the items: none is read as an item, none passes unchecked."""

import pytest

from tests.builders import PAPER_DAY, checked, told

HEADINGS = "Reference,Force,Type,Report,Recommendation\n"
KENT = "".join(f"K{number},Kent,AFI,Vetting,Do it\n" for number in range(3))
HOME = "".join(f"W{number},West Mercia,AFI,Vetting,Do it\n" for number in range(4))


def codes_of(text: str) -> list[str]:
    file = checked((HEADINGS + text).encode(), PAPER_DAY, forces=("all",))
    assert not file.errors, [found.sentence for found in file.errors]
    assert sum(len(upload.items) for upload in file.uploads) == 7
    return [found.code for found in told(file)]


@pytest.mark.parametrize(
    ("of_kent", "of_home", "of_all"),
    [
        ("Kent Count,3,,,", "West Mercia Count,4,,,", "Grand Count,7,,,"),
        ("Sub-total,,,,3", "Sub-total,,,,4", "Total,,,,7"),
        ("Subtotal: 3,,,,", "Subtotal: 4,,,,", "Grand total: 7,,,,"),
        ("Count: 3,,,,", "Count: 4,,,,", "Count: 7"),
    ],
)
def test_totals_of_groups_and_of_all_are_checked_and_are_no_items(of_kent: str, of_home: str, of_all: str) -> None:
    assert codes_of(f"{KENT}{of_kent}\n{HOME}{of_home}\n{of_all}\n") == []


@pytest.mark.parametrize(
    ("of_kent", "of_all", "code", "row", "counted"),
    [
        ("Kent Total,5,,,", "Grand Total,7,,,", "total.group_differs", 5, 3),
        ("Kent Total,3,,,", "Grand Total,4,,,", "total.differs", 10, 7),  # as many as the last group: still no total
        ("Kent Total,3,,,", "Total,,,,4", "total.differs", 10, 7),
        ("Count: 3,,,,", "Count: 9", "total.group_differs", 10, 4),
    ],
)
def test_a_total_is_held_against_what_it_is_called_the_total_of(
    of_kent: str, of_all: str, code: str, row: int, counted: int
) -> None:
    file = checked(f"{HEADINGS}{KENT}{of_kent}\n{HOME}{of_all}\n".encode(), PAPER_DAY, forces=("all",))
    (found,) = told(file)
    assert (found.code, found.row_number) == (code, row)
    assert found.message.endswith(f"to {counted}.")


KIND_SECOND = "Reference,Type,Force,Report,Recommendation\n"
RECS = "".join(f"R{number},Rec,West Mercia,Vetting,Do it\n" for number in range(3))
AFIS = "".join(f"A{number},AFI,West Mercia,Vetting,Do it\n" for number in range(2))


def said_of(text: str) -> list[tuple[str, int | None]]:
    file = checked((KIND_SECOND + text).encode(), PAPER_DAY)
    assert not file.errors, [found.sentence for found in file.errors]
    assert sum(len(upload.items) for upload in file.uploads) == 5
    return [(found.code, found.row_number) for found in told(file)]


@pytest.mark.parametrize(
    ("of_recs", "of_afis", "of_all"),
    [
        ("Subtotal,3,,,", "Subtotal,2,,,", "Grand total,5,,,"),
        ("Recommendation Total,3,,,", "AFI Total,2,,,", "Total open,5,,,"),
        ("Count,3,,,", "Count,2,,,", "Number of items: 5,,,,"),
        ("Total recommendations,3,,,", "Total AFIs,2,,,", "Total number open,,,,5"),
    ],
)
def test_a_total_may_stand_in_the_column_of_the_kind(of_recs: str, of_afis: str, of_all: str) -> None:
    assert said_of(f"{RECS}{of_recs}\n{AFIS}{of_afis}\n{of_all}\n") == []


def test_totals_by_kind_below_the_list_are_held_against_the_items_of_their_kind() -> None:
    assert said_of(f"{RECS}{AFIS}Total recs,3,,,\nTotal AFIs,2,,,\n") == []
    assert said_of(f"{RECS}{AFIS}Total recs,3,,,\nTotal AFIs,3,,,\n") == [("total.differs", 8)]


def test_a_record_that_begins_with_the_word_total_is_a_record() -> None:
    """A lead's or a unit's name can be that word; what else stands in the row says that it is an item."""
    headings = "Lead,Reference,Type,Force,Report,Recommendation,Grade\n"
    rows = "".join(f"{lead},{lead[0]}1,Rec,West Mercia,Vetting,Do it,2\n" for lead in ["Custody", "Total"])
    file = checked((headings + rows).encode(), PAPER_DAY)
    assert [item.reference for upload in file.uploads for item in upload.items] == ["C1", "T1"]
    (found,) = checked(f"{KIND_SECOND}{RECS}Total,AFI,West Mercia,All,In all\n".encode(), PAPER_DAY).errors
    assert (found.code, found.row_number) == ("reference.sign", 5)


def test_a_record_that_is_named_like_a_total_is_a_record() -> None:
    file = checked(f"{HEADINGS}Head count,West Mercia,AFI,Vetting,Do it\n".encode(), PAPER_DAY)
    assert [item.reference for upload in file.uploads for item in upload.items] == ["Head count"]


def test_a_record_without_a_kind_is_still_an_error() -> None:
    file = checked(f"{HEADINGS}{HOME}W9,West Mercia,,Vetting,Count it in total\n".encode(), PAPER_DAY)
    assert [found.code for found in file.errors] == ["cell.missing"]
