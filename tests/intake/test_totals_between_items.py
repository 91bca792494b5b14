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


def test_a_record_that_is_named_like_a_total_is_a_record() -> None:
    file = checked(f"{HEADINGS}Head count,West Mercia,AFI,Vetting,Do it\n".encode(), PAPER_DAY)
    assert [item.reference for upload in file.uploads for item in upload.items] == ["Head count"]


def test_a_record_without_a_kind_is_still_an_error() -> None:
    file = checked(f"{HEADINGS}{HOME}W9,West Mercia,,Vetting,Count it in total\n".encode(), PAPER_DAY)
    assert [found.code for found in file.errors] == ["cell.missing"]
