"""References that a spreadsheet has changed are known again, and others are not taken for them."""

import pytest

from jasc_data.intake.references import loose_key, noughts_lost, reference_fault
from tests.builders import HOME, checked, item, items_csv


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("R-007", "r7", True),
        ("0012", "12", True),
        ("'001", "1", True),  # the mark that makes a number text
        ("V 1–02", "V1-2", True),  # a dash for the hyphen, a blank and a nought
        ("R-070", "R-7", False),
        ("R-10", "R-1", False),
        ("A1", "B1", False),
        ("0", "", False),
    ],
)
def test_zeros_hyphens_blanks_and_the_mark_of_a_text_are_all_that_may_differ(one: str, other: str, alike: bool) -> None:
    assert (loose_key(one) == loose_key(other)) == alike


@pytest.mark.parametrize("reference", ["2023-01-01", "01-Sep", "Jan-22", "01/02/2022", "January 2022"])
def test_a_reference_that_became_a_day_is_said(reference: str) -> None:
    fault = reference_fault("reference", reference, alone=True)
    assert fault is not None
    assert fault.code == "reference.date"


@pytest.mark.parametrize("reference", ["PEEL 2021", "1/2/22", "2022/01/02"])
def test_a_reference_with_a_year_is_no_day(reference: str) -> None:
    assert reference_fault("reference", reference, alone=True) is None


@pytest.mark.parametrize(
    "word", ["as above", "Ditto", "NaN", "undefined", "[object Object]", "Total", "TBC", "—", "#REF!"]
)
def test_a_word_for_none_or_for_another_cell_is_no_reference(word: str) -> None:
    fault = reference_fault("reference", word, alone=True)
    assert fault is not None
    assert fault.code == "reference.sign"
    assert reference_fault("number", word, alone=False) is None


@pytest.mark.parametrize(
    ("values", "meant"),
    [
        (["1.8", "1.9", "1.1", "1.11"], ["1.10"]),
        (["2.19", "2.2", "2.21"], ["2.20"]),
        (["1.9", "2.1"], []),
        (["1.9", "1.10"], []),
        (["1.9", "1.11"], []),
        (["19", "1.1"], []),
        (["1.9", None, "1.1"], []),
    ],
)
def test_a_nought_that_a_spreadsheet_dropped_is_missed(values: list[str | None], meant: list[str]) -> None:
    found = [fault.details["meant"] for _, fault in noughts_lost("number", values, [""] * len(values))]
    assert found == meant


def test_the_numbers_of_the_next_report_begin_anew() -> None:
    def codes(*reports: str) -> list[str]:
        numbers = ("1.8", "1.9", "1.1")
        items = [item(report=report, number=number) for report, number in zip(reports, numbers, strict=True)]
        return [found.code for found in checked(items_csv(*items), force=None, home=HOME).warnings]

    assert codes("PEEL", "PEEL", "Custody") == []
    assert codes("PEEL", "PEEL", "PEEL") == ["reference.nought_lost"]
