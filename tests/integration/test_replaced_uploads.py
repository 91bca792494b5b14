"""A later upload of the same type and date replaces an earlier one where they overlap (rule 7): which, and how much."""

from dataclasses import replace
from datetime import date

import pytest

from jasc_data.analysis.history import HeldUpload, UploadState, held_uploads
from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.store.uploads import commit, rehearse, restore, withdraw
from tests.builders import HOME, PAPER_DAY, checked, imported, item, items_csv, numbered, positions_csv

AUGUST = date(2023, 8, 1)


@pytest.fixture
def store() -> Store:
    return store_in_memory()


def held(store: Store) -> dict[int, HeldUpload]:
    with store.snapshot() as snapshot:
        return {upload.upload_id: upload for upload in held_uploads(snapshot)}


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
    withdraw(store, 2, "a test")
    assert states(store) == {1: ("live", []), 2: ("withdrawn", [])}
    restore(store, 2, "a test")
    withdraw(store, 1, "a test")
    assert states(store) == {1: ("withdrawn", []), 2: ("live", [])}
