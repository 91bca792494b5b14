"""What is improbable is asked about with its numbers (rule 3.6), and what is ordinary is not."""

from collections.abc import Iterator
from datetime import date

import pytest

from jasc_data.demonstration import exports
from jasc_data.demonstration.forces import HOME as DEMONSTRATED
from jasc_data.demonstration.forces import demonstration_directory
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.problems import Problem
from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE, UploadRequest
from jasc_data.store.connection import Store
from jasc_data.uploads.commit import commit, rehearse
from jasc_data.uploads.jumps import far
from tests.builders import (
    BY_FORCE,
    GROUPS,
    PAPER_LAYOUT,
    ItemCells,
    by,
    checked,
    csv_bytes,
    empty_store,
    import_file,
    imported,
    item,
    items_csv,
    numbered,
    positions_csv,
)

AUGUST, SEPTEMBER = date(2023, 8, 4), date(2023, 9, 4)
PAPER_GROUP = {
    "Devon & Cornwall": (3, 71, 32),
    "Gloucestershire": (12, 110, 36),
    "Norfolk": (3, 93, 22),
    "North Yorkshire": (3, 106, 42),
    "Suffolk": (6, 115, 14),
    "Warwickshire": (6, 108, 49),
    "West Mercia": (6, 104, 34),
    "Wiltshire": (9, 146, 36),
}


@pytest.fixture
def store() -> Iterator[Store]:
    store = empty_store()
    yield store
    store.close()


def asked(store: Store, content: bytes, day: date | None = SEPTEMBER, **said: object) -> list[Problem]:
    """What the uploader is asked about a file because it is improbable."""
    outcome = rehearse(store, checked(content, day, **said))  # type: ignore[arg-type]
    assert not outcome.errors, outcome.errors[0].sentence
    return [found for found in outcome.problems if found.code.startswith("improbable.")]


def messages(store: Store, content: bytes, day: date | None = SEPTEMBER, **said: object) -> list[str]:
    return [found.message for found in asked(store, content, day, **said)]


def portal_items(**more: str) -> list[ItemCells]:
    """104 recommendations and 34 AFIs, of which 71 are in progress, 130 graded, 120 with a deadline, 3 overdue."""
    items = [*numbered(104), *numbered(34, "A", kind="AFI")]
    for place, cells in enumerate(items):
        cells["status"] = "in progress" if place % 2 or place < 4 else "open"  # 69 + 2
        cells["grade"] = "2" if place >= 8 else ""
        cells["deadline"] = ("01/07/2023" if place < 3 else "31/03/2024") if place < 120 else ""
        cells |= more
    return items


# One class


def test_138_items_all_open_of_which_71_are_held_in_progress(store: Store) -> None:
    imported(store, items_csv(*portal_items()), AUGUST)
    [found] = asked(store, items_csv(*portal_items(status="open")))
    assert found.code == "improbable.one_status"
    assert found.heading == "status"
    assert found.message == (
        "All 138 recommendations and AFIs of West Mercia are open, though of those held 71 are in progress."
    )


def test_a_column_that_lost_its_closed_items_is_asked_about(store: Store) -> None:
    ended = [cells | {"status": "closed"} for cells in numbered(4, "X")]
    signed = [cells | {"status": "awaiting sign-off"} for cells in numbered(2, "Y")]
    imported(store, items_csv(*numbered(6, status="open"), *ended, *signed), AUGUST)
    everything = [*numbered(6), *numbered(4, "X"), *numbered(2, "Y")]
    assert messages(store, items_csv(*everything)) == [
        "All 12 recommendations of West Mercia are open, though of those held 4 are closed and 2 are awaiting sign-off."
    ]


def test_items_that_went_are_not_counted_among_those_that_were_something_else(store: Store) -> None:
    moving = [cells | {"status": "in progress"} for cells in numbered(10, "P")]
    imported(store, items_csv(*numbered(20, status="open"), *moving), AUGUST)
    assert asked(store, items_csv(*numbered(20, status="open"))) == []  # the ten were signed off


def test_items_that_all_went_on_are_ordinary(store: Store) -> None:
    imported(store, items_csv(*numbered(9, status="open"), *numbered(9, "P", status="in progress")), AUGUST)
    assert asked(store, items_csv(*numbered(9, status="in progress"), *numbered(9, "P", status="in progress"))) == []


def test_two_items_that_went_back_are_news_and_three_are_asked_about(store: Store) -> None:
    moving = [cells | {"status": "in progress"} for cells in numbered(3, "P")]
    imported(store, items_csv(*numbered(20, status="open"), *moving), AUGUST)
    assert asked(store, items_csv(*numbered(20, status="open"), *numbered(2, "P", status="open"))) == []
    assert messages(store, items_csv(*numbered(20, status="open"), *numbered(3, "P", status="open"))) == [
        "All 23 recommendations of West Mercia are open, though of those held 3 are in progress."
    ]


@pytest.mark.parametrize(
    ("field", "code", "message"),
    [
        (
            "grade",
            "improbable.none_graded",
            "None of the 138 recommendations and AFIs of West Mercia is graded, though 130 of them are held with a grade.",
        ),
        (
            "deadline",
            "improbable.no_deadline",
            "None of the 104 recommendations of West Mercia has a deadline, though 104 of them are held with one.",
        ),
    ],
)
def test_what_no_item_has_any_more(store: Store, field: str, code: str, message: str) -> None:
    imported(store, items_csv(*portal_items()), AUGUST)
    lost = [cells | ({field: ""} if field == "grade" or "R" in cells["reference"] else {}) for cells in portal_items()]
    [found] = asked(store, items_csv(*lost))
    assert (found.code, found.message, found.heading) == (code, message, field)


def test_a_report_that_no_item_names_any_more(store: Store) -> None:
    imported(store, items_csv(*numbered(6)), AUGUST)
    assert messages(store, items_csv(*numbered(6, report=""))) == [
        "None of the 6 recommendations of West Mercia names a report, though 6 of them are held with one."
    ]


def test_items_without_references_are_matched_by_number_and_report(store: Store) -> None:
    def numbers(status: str) -> bytes:
        return items_csv(*(item(number=str(number), status=status) for number in range(1, 7)))

    imported(store, numbers("in progress"), AUGUST)
    assert messages(store, numbers("open")) == [
        "All 6 recommendations of West Mercia are open, though of those held 6 are in progress."
    ]


def test_nothing_held_says_nothing_of_one_class(store: Store) -> None:
    assert asked(store, items_csv(*numbered(138, status="open"))) == []


# Overdue


def test_most_items_overdue_where_few_of_those_held_were(store: Store) -> None:
    imported(store, items_csv(*portal_items()), AUGUST)
    assert messages(store, items_csv(*portal_items(deadline="01/02/2023"))) == [
        "138 of the 138 open items of West Mercia would be overdue at 4 September 2023; at 4 August 2023 it was 3 of 138."
    ]


def test_most_items_overdue_with_nothing_held_takes_more_than_three_quarters(store: Store) -> None:
    late, due = numbered(9, deadline="01/02/2023"), numbered(3, "D", deadline="01/02/2024")
    assert asked(store, items_csv(*late, *due)) == []  # 9 of 12 is no more than three quarters
    assert messages(store, items_csv(*late, *due[:2])) == [
        "9 of the 11 open items of West Mercia would be overdue at 4 September 2023, "
        "and no deadline is held to compare with."
    ]


def test_a_slow_drift_into_overdue_is_not_asked_about(store: Store) -> None:
    late, due = numbered(5, deadline="01/02/2023"), numbered(7, "D", deadline="01/09/2023")
    imported(store, items_csv(*late, *due), AUGUST)  # 5 of 12 are overdue
    later = [cells | {"deadline": "01/03/2024"} for cells in due[3:]]
    assert asked(store, items_csv(*late, *due[:3], *later)) == []  # 8 of 12
    assert messages(store, items_csv(*late, *due[:6], *later[3:])) == [  # 11 of 12: more than twice the share
        "11 of the 12 open items of West Mercia would be overdue at 4 September 2023; at 4 August 2023 it was 5 of 12."
    ]


# Jumps


@pytest.mark.parametrize(
    ("number", "usual", "is_far"),
    [
        (1040, 104, True),
        (1039, 104, False),
        (10, 1, False),
        (22, 2, True),
        (21, 2, False),
        (19, 0, False),
        (20, 0, True),
    ],
)
def test_far_is_ten_times_and_twenty_apart(number: float, usual: float, is_far: bool) -> None:
    assert far(number, usual) is is_far
    assert far(usual, number) is is_far


def test_a_digit_too_many_in_a_table_of_positions(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes(), AUGUST)
    wrong = PAPER_GROUP | {"Suffolk": (6, 1150, 14), "West Mercia": (6, 104, 3)}
    assert messages(store, positions_csv(wrong)) == [
        "Suffolk: 1,150 open recommendations, but the last figure held is 115 (4 August 2023).",
        "West Mercia: 3 open AFIs, but the last figure held is 34 (4 August 2023).",
    ]


def test_a_zero_that_was_meant_to_be_blank(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes(), AUGUST)
    assert messages(store, positions_csv({"West Mercia": (6, 0, 34)})) == [
        "West Mercia: 0 open recommendations, but the last figure held is 104 (4 August 2023)."
    ]


def test_a_first_table_is_held_against_itself(store: Store) -> None:
    assert messages(store, positions_csv(PAPER_GROUP | {"Suffolk": (6, 1150, 14)})) == [
        "Suffolk: 1,150 open recommendations, but the median of the 7 other forces in this file is 106.0, "
        "and no earlier figure of it is held."
    ]


def test_a_force_of_which_nothing_is_held_is_compared_with_the_forces_held(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes(), AUGUST)
    assert messages(store, positions_csv({"Kent": (4, 1070, 30)})) == [
        "Kent: 1,070 open recommendations, but the median of the 8 other forces held is 107.0, "
        "and no earlier figure of it is held."
    ]


def test_forces_that_differ_among_themselves_make_no_outlier(store: Store) -> None:
    unlike = {"Kent": (1, 2, 3), "Essex": (1, 2, 3), "Surrey": (1, 90, 3), "Sussex": (1, 80, 3)}
    assert asked(store, positions_csv(unlike)) == []


def test_a_national_average_with_its_point_lost(store: Store) -> None:
    imported(store, positions_csv(PAPER_GROUP, (4, 129, 27.8)), AUGUST)
    assert messages(store, positions_csv(PAPER_GROUP, (4, 129, 278))) == [
        "National average of AFIs: 278.0, but the last figure held is 27.8 (4 August 2023)."
    ]


def test_an_items_file_cut_short_is_held_against_the_positions_before_it(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes(), AUGUST)
    assert messages(store, items_csv(*numbered(9))) == [
        "West Mercia: 9 open recommendations, but the last figure held is 104 (4 August 2023)."
    ]
    assert asked(store, items_csv(*numbered(9)), reports=ONLY_REPORTS_IN_FILE) == []  # it speaks for one report


def test_items_ten_times_the_items_held_count_only_what_is_open(store: Store) -> None:
    imported(store, items_csv(*numbered(10), *numbered(90, "X", status="closed")), AUGUST)
    assert messages(store, items_csv(*numbered(10), *numbered(90, "X"))) == [
        "West Mercia: 100 open recommendations, but the last figure held is 10 (4 August 2023).",
        "All 100 recommendations of West Mercia are open, though of those held 90 are closed.",
    ]


def test_each_date_of_a_file_is_held_against_the_date_before_it(store: Store) -> None:
    figures = {"04/07/2023": 104, "04/08/2023": 1040, "04/09/2023": 103}
    rows = [["Kent", day, figure] for day, figure in figures.items()]
    assert messages(store, csv_bytes([["Force", "As at", "Recs"], *rows]), None) == [
        "Kent: 1,040 open recommendations, but the last figure held is 104 (4 July 2023).",
        "Kent: 103 open recommendations, but the last figure held is 1,040 (4 August 2023).",
    ]


# What is ordinary


@pytest.mark.parametrize("path", [BY_FORCE, PAPER_LAYOUT])
def test_the_papers_figures_are_ordinary_first_and_again(store: Store, path: object) -> None:
    content = path.read_bytes()  # type: ignore[attr-defined]
    assert asked(store, content, AUGUST) == []
    assert asked(store, content, SEPTEMBER) == []


def test_the_paper_beside_the_items_that_it_counts_is_ordinary(store: Store) -> None:
    imported(store, items_csv(*portal_items()), AUGUST)
    assert asked(store, items_csv(*portal_items()), SEPTEMBER) == []
    assert asked(store, BY_FORCE.read_bytes(), SEPTEMBER) == []


def test_nothing_of_the_demonstration_is_improbable(store: Store) -> None:
    every = exports()
    context = CheckContext(demonstration_directory(), DEMONSTRATED, GROUPS, max(export.as_of for export in every))
    for export in every:
        request = UploadRequest(as_of=export.as_of, covers_forces=("all",))
        checked_export = check_file(export.content, export.file_name, request, context)
        outcome = commit(store, checked_export, by(), acknowledged=["all"])
        assert outcome.upload_ids
        assert [found.message for found in outcome.problems if found.code.startswith("improbable.")] == []


def test_a_warning_is_accepted_by_its_own_code(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes(), AUGUST)
    file = checked(positions_csv({"Suffolk": (6, 1150, 14)}))
    assert import_file(store, file).upload_ids == ()
    assert import_file(store, file, acknowledged=["improbable.overdue"]).upload_ids == ()
    assert import_file(store, file, acknowledged=["improbable.jump"]).upload_ids == (2,)
