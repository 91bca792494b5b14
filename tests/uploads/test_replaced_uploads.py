"""A later upload of the same type and date replaces an earlier one where they overlap (rule 7): which, and how much."""

import re
from dataclasses import replace
from datetime import date

import pytest

from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import commit, rehearse
from jasc_data.uploads.history import LoggedUpload, logged_uploads
from tests.builders import HOME, PAPER_DAY, by, checked, empty_store, imported, item, items_csv, numbered, positions_csv

AUGUST = date(2023, 8, 1)


@pytest.fixture
def store() -> Store:
    return empty_store()


def held(store: Store) -> dict[int, LoggedUpload]:
    with store.snapshot() as snapshot:
        return {upload.upload_id: upload for upload in logged_uploads(snapshot)}


def states(store: Store) -> dict[int, tuple[str, list[int]]]:
    """The state of each upload, and by what it is replaced."""
    return {number: (str(upload.state), upload.replaced_by) for number, upload in held(store).items()}


# The state of an upload


def test_a_correction_of_all_of_it_replaces_an_upload(store: Store) -> None:
    imported(store, items_csv(*numbered(5)))
    imported(store, items_csv(*numbered(4)))
    assert states(store) == {1: ("replaced", [2]), 2: ("live", [])}
    assert held(store)[1].live


def test_a_correction_of_a_correction_names_the_one_that_decides(store: Store) -> None:
    for count in (5, 4, 3):
        imported(store, items_csv(*numbered(count)))
    assert states(store) == {1: ("replaced", [3]), 2: ("replaced", [3]), 3: ("live", [])}


def test_another_date_or_another_type_replaces_nothing(store: Store) -> None:
    imported(store, items_csv(*numbered(5)))
    imported(store, items_csv(*numbered(5)), AUGUST)
    imported(store, positions_csv({HOME: (None, 5, None)}))
    assert {state for state, _ in states(store).values()} == {"live"}


def test_a_correction_of_one_kind_replaces_an_upload_in_part(store: Store) -> None:
    imported(store, items_csv(*numbered(5), item("A1", "AFI")))
    imported(store, items_csv(*numbered(4)))
    assert states(store)[1] == ("partly replaced", [2])
    imported(store, items_csv(item("A1", "AFI")))
    assert states(store)[1] == ("replaced", [2, 3])


def test_a_correction_of_one_report_replaces_an_upload_in_part(store: Store) -> None:
    imported(store, items_csv(*numbered(5), item("P1", report="PEEL 2021/22")))
    imported(store, items_csv(*numbered(4)), reports=ONLY_REPORTS_IN_FILE)
    assert states(store)[1] == ("partly replaced", [2])
    imported(store, items_csv(*numbered(4)))
    assert states(store)[2] == ("replaced", [3])


def test_positions_are_replaced_by_the_figures_that_a_later_file_fills(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 104, 34)}, national=(4, 129, 27.8)))
    imported(store, positions_csv({HOME: (6, 103, 34)}))
    assert states(store)[1] == ("partly replaced", [2])  # its national averages still count
    imported(store, positions_csv({HOME: (6, 103, 34)}, national=(4, 129, 27.8)))
    assert states(store) == {1: ("replaced", [3]), 2: ("replaced", [3]), 3: ("live", [])}


def test_what_is_withdrawn_replaces_nothing_and_is_not_replaced(store: Store) -> None:
    imported(store, items_csv(*numbered(5)))
    imported(store, items_csv(*numbered(4)))
    withdraw(store, 2, by())
    assert states(store) == {1: ("live", []), 2: ("withdrawn", [])}
    restore(store, 2, by())
    withdraw(store, 1, by())
    assert states(store) == {1: ("withdrawn", []), 2: ("live", [])}


# What is said before the commit


def said(store: Store, content: bytes, day: date = PAPER_DAY, **more: object) -> list[tuple[str, str]]:
    """What a rehearsal says of what the file replaces or repeats, the time of commits left out."""
    found = rehearse(store, checked(content, day, **more)).problems  # type: ignore[arg-type]
    return [
        (entry.severity.value, re.sub(r", committed [^)]+\)", ")", entry.message))
        for entry in found
        if entry.code.startswith(("safety.replaces", "safety.same"))
    ]


def test_a_correction_says_which_upload_it_replaces(store: Store) -> None:
    imported(store, items_csv(*numbered(5)))
    assert said(store, items_csv(*numbered(4))) == [
        ("notice", "This replaces upload 1 (export.csv) of 4 September 2023.")
    ]
    assert said(store, items_csv(*numbered(4)), AUGUST) == []


def test_a_correction_in_part_says_what_stays(store: Store) -> None:
    imported(store, items_csv(*numbered(5), item("A1", "AFI"), item("C1", "CoC")))
    assert said(store, items_csv(*numbered(4))) == [
        (
            "notice",
            "This replaces part of upload 1 (export.csv) of 4 September 2023; "
            "what stays of it: causes of concern and AFIs of West Mercia.",
        )
    ]


def test_a_correction_of_one_report_says_that_the_others_stay(store: Store) -> None:
    imported(store, items_csv(*numbered(5), item("P1", report="PEEL 2021/22")))
    ((_, message),) = said(store, items_csv(*numbered(4)), reports=ONLY_REPORTS_IN_FILE)
    assert message.endswith("what stays of it: recommendations (other reports) of West Mercia.")


def test_a_correction_of_some_figures_says_which_stay(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 104, 34), "Suffolk": (6, 115, 14)}, national=(4, 129, 27.8)))
    ((_, message),) = said(store, positions_csv({HOME: (6, 103, None)}))
    assert message.endswith(
        "what stays of it: causes of concern, recommendations and AFIs of Suffolk; AFIs of West Mercia; "
        "the national averages."
    )


def test_what_another_has_replaced_already_is_not_said_again(store: Store) -> None:
    for count in (5, 4):
        imported(store, items_csv(*numbered(count)))
    assert [message for _, message in said(store, items_csv(*numbered(3)))] == [
        "This replaces upload 2 (export.csv) of 4 September 2023."
    ]


# Exactly this file


def test_the_very_bytes_of_the_same_date_are_exactly_this_file(store: Store) -> None:
    content = items_csv(*numbered(5))
    imported(store, content)
    assert said(store, content)[0] == (
        "warning",
        "Exactly this file is held already, as upload 1 of 4 September 2023.",
    )


def test_the_very_bytes_of_another_date_say_what_differs(store: Store) -> None:
    content = items_csv(*numbered(5))
    imported(store, content)
    assert said(store, content, date(2023, 9, 5)) == [
        (
            "warning",
            "The very bytes of this file are held already, as upload 1 of 4 September 2023; "
            "now they are to be of 5 September 2023.",
        )
    ]


@pytest.mark.parametrize(("held_sheet", "sheet", "same"), [("A", "B", False), ("A", "A", True), ("", "B", True)])
def test_a_second_sheet_of_a_workbook_is_not_the_same_file(
    store: Store, held_sheet: str, sheet: str, same: bool
) -> None:
    """An upload from before sheets were kept may be of this one."""
    content = items_csv(*numbered(5))
    assert commit(store, replace(checked(content), sheet=held_sheet), by()).upload_ids
    codes = [found.code for found in rehearse(store, replace(checked(content), sheet=sheet)).problems]
    assert ("safety.same_bytes" in codes) is same
