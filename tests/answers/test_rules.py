"""The rules of the figures (DESIGN.md, section 2), each shown on files that are imported the way a person's are."""

import json
from datetime import date, timedelta
from itertools import islice, permutations
from pathlib import Path

import pytest

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.tables import kind_table, paper_table
from jasc_data.answers.movement.answer import movements
from jasc_data.answers.report_breakdown.answer import report_breakdown
from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import read_peer_groups
from jasc_data.domain.rank import Rank
from jasc_data.domain.vocabulary import AverageBasis, ExportType, Grade, Kind, NationalSource
from jasc_data.intake.problems import Severity
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from tests.builders import (
    AFI,
    BY_FORCE,
    COC,
    GROUP,
    HOME,
    NATION,
    PAPER_DAY,
    PAPER_LAYOUT,
    REC,
    TODAY,
    answer,
    by,
    checked,
    csv_bytes,
    dump,
    empty_store,
    headlines,
    import_file,
    imported,
    item,
    items_csv,
    long_csv,
    numbered,
    open_of,
    positions_csv,
    problem_codes,
)
from tests.tables import as_read

JUNE, JULY, AUGUST = date(2023, 6, 5), date(2023, 7, 3), date(2023, 8, 7)
NOTHING: dict[tuple[str, Kind], tuple[int, date, ExportType]] = {}


@pytest.fixture
def store() -> Store:
    return empty_store()


def told(store: Store, day: date | None = None, today: date = TODAY, **said: object) -> str:
    return " ".join(notices(answer(store, day, **said), today))  # type: ignore[arg-type]


def whole_nation(open_: int = 100, **of: int) -> bytes:
    """Positions of all 43 forces; recommendations only."""
    return positions_csv({force: (None, of.get(force.replace(" ", "_"), open_), None) for force in NATION})


# Rule 1: kinds, statuses, grades


@pytest.mark.parametrize("word", ["CoC", "Cause of concern", "ACoC", "Accelerated cause of concern"])
def test_rule_1_accelerated_causes_of_concern_count_as_causes_of_concern(store: Store, word: str) -> None:
    """Kinds: cause of concern (accelerated ones counted in), recommendation, AFI."""
    imported(store, items_csv(item("C1", "CoC"), item("C2", word)))
    assert open_of(store, COC) == 2


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("Open", True),
        ("", True),
        ("In progress", True),
        ("Awaiting sign-off", True),
        ("Closed", False),
        ("Superseded", False),
        ("Not for the force", False),
    ],
)
def test_rule_1_open_in_progress_and_awaiting_sign_off_count_as_open(store: Store, status: str, counts: bool) -> None:
    """Status: the first three count as open; closed, superseded and not for the force do not."""
    imported(store, items_csv(item("R1", status="Open"), item("R2", status=status)))
    assert open_of(store) == 1 + counts


@pytest.mark.parametrize("cell", ["1", "L2", "Level 3", "Grade 4", "", "not graded"])
def test_rule_1_every_grade_and_none_counts(store: Store, cell: str) -> None:
    """Grade: 1-4, or not graded, which is a class of its own."""
    imported(store, items_csv(item("R1", grade=cell)))
    assert open_of(store) == 1


# Rule 2: the two types of export


def test_rule_2_a_blank_cell_is_not_held_and_never_0(store: Store) -> None:
    """A blank cell is "not held", never 0."""
    imported(store, positions_csv({HOME: (6, None, 0), "Suffolk": (None, 115, None)}))
    assert headlines(store, PAPER_DAY) == {
        (HOME, COC): (6, PAPER_DAY, ExportType.POSITIONS),
        (HOME, AFI): (0, PAPER_DAY, ExportType.POSITIONS),
        ("Suffolk", REC): (115, PAPER_DAY, ExportType.POSITIONS),
    }


def test_rule_2_a_blank_cell_leaves_an_earlier_figure_as_it_was(store: Store) -> None:
    """Positions speak for the cells they fill (rule 4), and a blank one is not filled."""
    imported(store, positions_csv({HOME: (6, 104, 34)}), AUGUST)
    imported(store, positions_csv({HOME: (5, None, 33)}))
    assert headlines(store, PAPER_DAY)[HOME, REC] == (104, AUGUST, ExportType.POSITIONS)


def test_rule_2_the_row_without_a_grade_is_the_total(store: Store) -> None:
    """Positions come long: a row without grade is the total, and grades must sum to a total that is given."""
    graded = [(HOME, "AFI", 2, "1"), (HOME, "AFI", 5, "Level 2"), (HOME, "AFI", 3, "not graded")]
    imported(store, long_csv((HOME, "AFI", 10, ""), *graded))
    assert open_of(store, AFI) == 10
    assert problem_codes(store, long_csv((HOME, "AFI", 11, ""), *graded)) == ["positions.grades_do_not_sum"]


def test_rule_2_all_five_grades_without_a_total_are_summed(store: Store) -> None:
    """Grades that are all given are their own total; with one left out it could be 0 or unknown, so it is asked."""
    graded = [(HOME, "AFI", number, grade.value) for number, grade in enumerate(Grade, start=1)]
    imported(store, long_csv(*graded))
    assert open_of(store, AFI) == 15
    assert problem_codes(store, long_csv(*graded[:4])) == ["positions.total_missing"]


def test_rule_2_an_average_column_is_checked_against_our_mean_and_never_stored(store: Store) -> None:
    """An "Average" column is checked when the file's forces are exactly the group; a difference is a warning."""
    right = PAPER_LAYOUT.read_bytes()
    assert checked(right).problems == ()
    wrong = right.replace(b"106.625", b"106.7")
    assert [(found.code, found.severity) for found in checked(wrong).problems] == [
        ("average.differs", Severity.WARNING)
    ]
    assert import_file(store, checked(wrong)).upload_ids == ()
    assert import_file(store, checked(wrong), acknowledged=["average.differs"]).upload_ids == (1,)
    assert {force for force, _ in headlines(store, PAPER_DAY)} == set(GROUP)


def test_rule_2_an_average_of_other_forces_is_asked_about(store: Store) -> None:
    """In any other file an average is a question to the uploader."""
    content = PAPER_LAYOUT.read_bytes().replace(b"Wilts", b"Kent")
    assert "average.unclear" in problem_codes(store, content)
    assert "average.unclear" in problem_codes(store, PAPER_LAYOUT.read_bytes(), home="Suffolk")


# Rule 3: the as-of date


def test_rule_3_several_dates_in_one_file_are_one_upload_each(store: Store) -> None:
    """A column of dates: one upload per date, one transaction."""
    rows = [item("R1", as_of="07/08/2023"), item("R2", as_of="07/08/2023"), item("R1", as_of="04/09/2023")]
    outcome = import_file(store, checked(items_csv(*rows), None))
    assert len(outcome.upload_ids) == 2
    assert open_of(store, day=AUGUST) == 2
    assert open_of(store, day=PAPER_DAY) == 1
    with store.snapshot() as snapshot:
        assert snapshot.data_version == 1


def test_rule_3_a_date_is_never_guessed_and_never_later_than_today(store: Store) -> None:
    """A date in the file name is offered for confirmation; a date after today is refused."""
    content = items_csv(item("R1"))
    assert problem_codes(store, content, None) == ["as_of.missing"]
    named = checked(content, None, name="export-2023-09-04.csv")
    assert [found.code for found in named.errors] == ["as_of.in_file_name"]
    assert named.suggested_as_of == PAPER_DAY
    assert problem_codes(store, content, TODAY + timedelta(days=1)) == ["as_of.future"]
    assert problem_codes(store, content, TODAY) == []


# Rule 4: coverage


def test_rule_4_one_stray_row_of_another_force_does_not_touch_it(store: Store) -> None:
    """Any other force in the file must be confirmed by name: one stray row must not turn Warwickshire's 108 into 1."""
    warks = [item(f"W{number}") | {"force": "Warwickshire"} for number in range(108)]
    imported(store, items_csv(*warks), AUGUST, forces=("Warwickshire",))
    before = dump(store)
    stray = items_csv(*numbered(3), item("W1") | {"force": "Warwickshire"})
    assert problem_codes(store, stray) == ["force.not_covered"]
    assert dump(store) == before
    assert open_of(store, force="Warwickshire") == 108


def test_rule_4_a_force_confirmed_by_name_is_covered(store: Store) -> None:
    """Once confirmed, the file speaks for everything that the force has open."""
    warks = [item(f"W{number}") | {"force": "Warwickshire"} for number in range(3)]
    imported(store, items_csv(*warks), AUGUST, forces=("Warwickshire",))
    imported(store, items_csv(*numbered(3), warks[0]), forces=("Warwickshire",))
    assert (open_of(store, force="Warwickshire"), open_of(store)) == (1, 3)


def test_rule_4_a_file_of_another_force_alone_leaves_the_home_force(store: Store) -> None:
    """The default is the home force, but only when the file speaks of it."""
    imported(store, items_csv(*numbered(3)), AUGUST)
    imported(store, items_csv(item("W1") | {"force": "Warwickshire"}), forces=("Warwickshire",))
    assert (open_of(store), open_of(store, force="Warwickshire")) == (3, 1)


def test_rule_4_a_force_named_but_not_in_the_file_is_refused(store: Store) -> None:
    """Covering a force that no row is about would close everything it has open."""
    assert problem_codes(store, items_csv(item("R1")), forces=("Warwickshire",)) == ["force.not_in_file"]


def test_rule_4_an_absent_kind_stays_and_is_told(store: Store) -> None:
    """An absent kind of which items are held open is asked: "not in this file" or "none open any more"."""
    imported(store, items_csv(*numbered(3), item("A1", "AFI")), AUGUST)
    outcome = import_file(store, checked(items_csv(*numbered(2))), acknowledged=["all"])
    absent = [found for found in outcome.problems if found.code == "kinds.absent"]
    assert [("AFIs" in found.message, found.severity) for found in absent] == [(True, Severity.NOTICE)]
    assert headlines(store, PAPER_DAY) == {
        (HOME, REC): (2, PAPER_DAY, ExportType.ITEMS),
        (HOME, AFI): (1, AUGUST, ExportType.ITEMS),
    }


def test_rule_4_a_kind_of_which_none_are_open_any_more_can_be_said(store: Store) -> None:
    """--covers-kind names a kind of which none are open any more."""
    imported(store, items_csv(*numbered(3), item("A1", "AFI")), AUGUST)
    imported(store, items_csv(*numbered(2)), kinds=(AFI,))
    assert headlines(store, PAPER_DAY)[HOME, AFI] == (0, PAPER_DAY, ExportType.ITEMS)


@pytest.mark.parametrize("headings", [("reference", "kind", "report"), ("reference", "kind", "report", "as_of")])
def test_rule_4_a_file_without_rows_can_say_that_nothing_is_open(store: Store, headings: tuple[str, ...]) -> None:
    """A file with headings alone says that none of the named kinds are open, whatever its headings."""
    imported(store, items_csv(*numbered(3)), AUGUST)
    imported(store, csv_bytes([headings]), kinds=(REC,))
    assert open_of(store) == 0


# Rule 5: the state at a date


def test_rule_5_three_files_of_one_date_one_per_kind_add_up() -> None:
    """The latest live upload that covers a force, kind and report decides: files of other kinds do not compete."""
    files = {
        COC: items_csv(*numbered(6, "C", kind="CoC")),
        REC: items_csv(*numbered(104, "R")),
        AFI: items_csv(*numbered(34, "A", kind="AFI")),
    }
    for order in islice(permutations(files), 0, None, 2):  # each kind first, second and last
        fresh = empty_store()
        for kind in order:
            imported(fresh, files[kind])
        assert {kind: open_of(fresh, kind) for kind in Kind} == {COC: 6, REC: 104, AFI: 34}


def test_rule_5_a_file_of_one_report_leaves_the_others_alone(store: Store) -> None:
    """A file of one report leaves the others as they were."""
    rows = [*numbered(5, "P", report="PEEL 2021/22"), *numbered(7, "V")]
    imported(store, items_csv(*rows), AUGUST)
    imported(store, items_csv(*numbered(2, "V")), reports="reports")
    assert open_of(store) == 5 + 2
    assert open_of(store, day=AUGUST) == 12


def test_rule_5_covered_and_absent_is_closed_at_that_exports_date(store: Store) -> None:
    """What was open, is covered and is absent, is closed at that export's date."""
    imported(store, items_csv(*numbered(3)), AUGUST)
    imported(store, items_csv(*numbered(2)))
    assert open_of(store, day=PAPER_DAY - timedelta(days=1)) == 3
    assert open_of(store, day=PAPER_DAY) == 2


def test_rule_5_a_stated_closing_date_is_never_counted(store: Store) -> None:
    """A stated closing date is shown, never counted."""
    imported(store, items_csv(*numbered(2), item("R3", closed_on="01/06/2023")))
    assert open_of(store) == 3


def test_rule_5_an_item_that_comes_back_is_open_again(store: Store) -> None:
    """Reopened: the latest covering upload lists it again."""
    for day, count in ((JUNE, 3), (JULY, 2), (AUGUST, 3)):
        imported(store, items_csv(*numbered(count)), day)
    assert [open_of(store, day=day) for day in (JUNE, JULY, AUGUST)] == [3, 2, 3]


def test_rule_5_an_older_export_imported_later_does_not_change_what_is_newer(store: Store) -> None:
    """The date of the export decides, not the day it was imported."""
    imported(store, items_csv(*numbered(2)))
    imported(store, items_csv(*numbered(5)), AUGUST)
    assert (open_of(store, day=PAPER_DAY), open_of(store, day=AUGUST)) == (2, 5)


# Rule 7: uploads are immutable


def test_rule_7_a_later_upload_of_the_same_date_replaces_where_they_overlap(store: Store) -> None:
    """A later upload of the same type and date replaces an earlier one where their coverage overlaps."""
    imported(store, items_csv(*numbered(5), item("A1", "AFI")))
    imported(store, items_csv(*numbered(4)))
    assert (open_of(store, REC), open_of(store, AFI)) == (4, 1)


def test_rule_7_a_later_positions_upload_of_the_same_date_replaces_its_cells(store: Store) -> None:
    """The same for positions: the cells it fills."""
    imported(store, positions_csv({HOME: (6, 104, 34), "Suffolk": (6, 115, 14)}))
    imported(store, positions_csv({HOME: (6, 103, None)}))
    assert (open_of(store, REC), open_of(store, AFI), open_of(store, REC, "Suffolk")) == (103, 34, 115)


def test_rule_7_withdraw_hides_and_restore_brings_back_at_its_old_place(store: Store) -> None:
    """Restored uploads stand where they stood: the later upload still replaces it."""
    first = imported(store, items_csv(*numbered(5)))
    second = imported(store, items_csv(*numbered(4)))
    withdraw(store, first, by())
    assert open_of(store) == 4
    restore(store, first, by())
    assert open_of(store) == 4
    withdraw(store, second, by())
    assert open_of(store) == 5
    restore(store, second, by())
    assert open_of(store) == 4


def test_rule_7_with_every_upload_withdrawn_nothing_is_held(store: Store) -> None:
    """ "No figures held", not the demonstration and not 0."""
    numbers = [imported(store, items_csv(*numbered(5))), imported(store, BY_FORCE.read_bytes())]
    for number in numbers:
        withdraw(store, number, by())
    assert headlines(store, TODAY) == NOTHING
    assert answer(store).as_of is None
    with store.snapshot() as snapshot:
        assert snapshot.has_ever_held_an_upload


def test_rule_7_nothing_is_deleted_and_every_action_is_kept(store: Store) -> None:
    """Original bytes, who, when, the mapping used and every action are kept."""
    content = items_csv(*numbered(5))
    number = imported(store, content)
    before = dump(store)
    withdraw(store, number, by("somebody"), "wrong file")
    restore(store, number, by("somebody else"))
    after = dump(store)
    assert {name for name in before if before[name] != after[name]} == {"action_log", "store_state"}
    with store.snapshot() as snapshot:
        log = snapshot.raw("uploads/log")
        history = snapshot.raw("uploads/history")
    assert [(row["action"], row["who"]) for row in log] == [
        ("committed", "a test"),
        ("withdrawn", "somebody"),
        ("restored", "somebody else"),
    ]
    assert log[1]["detail"] == "wrong file"
    assert history[0]["sha256"]
    assert (history[0]["encoding"], history[0]["delimiter"]) == ("UTF-8", "comma")


# Rule 8: the headline


@pytest.mark.parametrize(
    ("items_on", "positions_on", "source", "open_"),
    [
        (AUGUST, PAPER_DAY, ExportType.POSITIONS, 103),
        (PAPER_DAY, AUGUST, ExportType.ITEMS, 104),
        (PAPER_DAY, PAPER_DAY, ExportType.ITEMS, 104),
    ],
)
def test_rule_8_items_or_positions_whichever_is_later(
    store: Store, items_on: date, positions_on: date, source: ExportType, open_: int
) -> None:
    """Headline of a force, per kind: items or positions, whichever is later; items when equal."""
    imported(store, positions_csv({HOME: (None, 103, None)}), positions_on)
    imported(store, items_csv(*numbered(104)), items_on)
    assert headlines(store, PAPER_DAY) == {(HOME, REC): (open_, max(items_on, positions_on), source)}


def test_rule_8_a_difference_between_items_and_positions_of_one_date_is_a_notice(store: Store) -> None:
    """When equal in date, a difference between the two is a notice that states both numbers."""
    imported(store, items_csv(*numbered(104)))
    imported(store, positions_csv({HOME: (None, 103, None)}))
    assert "the items count 104 open and the positions 103" in told(store)


def test_rule_8_no_notice_when_they_agree(store: Store) -> None:
    """Nothing to say when items and positions agree."""
    imported(store, items_csv(*numbered(104)))
    imported(store, positions_csv({HOME: (None, 104, None)}))
    assert "positions" not in told(store)


def test_rule_8_each_kind_has_its_own_source(store: Store) -> None:
    """Per kind."""
    imported(store, positions_csv({HOME: (6, 103, 34)}))
    imported(store, items_csv(*numbered(104)))
    held = headlines(store, PAPER_DAY)
    assert {kind: held[HOME, kind][2] for kind in Kind} == {
        COC: ExportType.POSITIONS,
        REC: ExportType.ITEMS,
        AFI: ExportType.POSITIONS,
    }


def test_rule_8_an_export_of_some_reports_alone_gives_no_headline(store: Store) -> None:
    """An export of one report is no total: it says nothing of the others."""
    imported(store, items_csv(*numbered(5)), reports="reports")
    assert headlines(store, PAPER_DAY) == NOTHING
    imported(store, positions_csv({HOME: (None, 104, None)}), AUGUST)
    assert headlines(store, PAPER_DAY) == {(HOME, REC): (104, AUGUST, ExportType.POSITIONS)}


# Rule 9: dates and staleness


def test_rule_9_the_default_date_is_the_home_forces_latest(store: Store) -> None:
    """Default D is the home force's latest date."""
    imported(store, positions_csv({HOME: (6, 104, 34)}), AUGUST)
    imported(store, positions_csv({"Suffolk": (6, 115, 14)}))
    assert answer(store).as_of == AUGUST
    assert answer(store, home="Suffolk").as_of == PAPER_DAY


@pytest.mark.parametrize(("days", "said"), [(31, False), (32, True)])
def test_rule_9_home_figures_older_than_31_days_say_so(store: Store, days: int, said: bool) -> None:
    """Home figures more than 31 days before today say so."""
    imported(store, BY_FORCE.read_bytes())
    text = told(store, today=PAPER_DAY + timedelta(days=days))
    assert (f"West Mercia's figures are of 4 September 2023, {days} days before today" in text) == said


@pytest.mark.parametrize(("days", "said"), [(31, False), (32, True)])
def test_rule_9_a_comparison_whose_dates_lie_apart_says_so(store: Store, days: int, said: bool) -> None:
    """A comparison whose dates lie more than 31 days apart says so."""
    imported(store, positions_csv({"Suffolk": (6, 115, 14)}), PAPER_DAY - timedelta(days=days))
    imported(store, positions_csv({HOME: (6, 104, 34)}))
    assert ("The figures compared are not of one date" in told(store)) == said


@pytest.mark.parametrize(("days", "held"), [(92, True), (93, False)])
def test_rule_9_a_member_older_than_92_days_counts_as_not_held(store: Store, days: int, held: bool) -> None:
    """A group member whose figures are more than 92 days before D counts as not held."""
    imported(store, positions_csv({"Suffolk": (6, 115, 14)}), PAPER_DAY - timedelta(days=days))
    imported(store, positions_csv({HOME: (6, 104, 34), "Norfolk": (6, 96, 14)}))
    entry = answer(store).kinds[REC]
    assert ("Suffolk" not in entry.not_held) == held
    assert entry.group_average == (105.0 if held else 100.0)


def test_rule_9_a_home_figure_too_old_to_compare_is_shown_with_its_date_wherever_it_is(store: Store) -> None:
    """The card and the tables give the same figure; it is left out of the average."""
    imported(store, items_csv(*numbered(6, "C", kind="CoC")), date(2023, 5, 4))
    imported(store, items_csv(*numbered(3)))
    imported(store, positions_csv({"Suffolk": (1, 2, 3), "Norfolk": (2, 3, 4)}))
    comparison = answer(store)
    entry = comparison.kinds[COC]
    assert (entry.home and entry.home.open, entry.group_average) == (6, 1.5)
    assert as_read(paper_table(comparison))[HOME]["Causes of concern"] == "6 (4 May 2023)"
    row = as_read(kind_table(comparison, COC)).loc[HOME]
    assert list(row) == ["6", "4 May 2023", "items, too old to compare"]


def test_rule_9_a_later_export_of_some_reports_does_not_make_the_rest_look_new(store: Store) -> None:
    """Every figure carries its own date: the rest of it is as old as the last export of all reports."""
    imported(store, items_csv(*numbered(5)), JUNE)
    imported(store, items_csv(*numbered(5)), reports="reports")
    assert headlines(store, PAPER_DAY)[HOME, REC] == (5, PAPER_DAY, ExportType.ITEMS)
    text = told(store)
    assert "5 June 2023, 97 days before today" in text
    assert "the other reports are as of 5 June 2023" in text


# Rule 10: the MSG average


def test_rule_10_seven_of_eight_is_said_with_the_force_that_is_missing(store: Store) -> None:
    """ "Of 7 of 8" when one is not held, and which."""
    imported(store, BY_FORCE.read_bytes().replace(b"Wiltshire,9,146,36\n", b""))
    entry = answer(store).kinds[REC]
    assert (entry.not_held, len(entry.members), entry.group_average) == (("Wiltshire",), 7, 101.0)
    assert entry.rank == Rank(3, 7, ())
    assert "7 of 8 forces" in told(store)
    assert "is held for Wiltshire" in told(store)


@pytest.mark.parametrize(
    ("basis", "averages"),
    [
        (AverageBasis.WITH_US, (6.0, 106.625, 33.125)),
        (AverageBasis.WITHOUT_US, (6.0, 107.0, 33.0)),
        (AverageBasis.MEDIAN, (6.0, 107.0, 35.0)),
    ],
)
@pytest.mark.parametrize("path", [BY_FORCE, PAPER_LAYOUT])
def test_rule_10_the_papers_averages_from_its_table(
    store: Store, path: Path, basis: AverageBasis, averages: tuple[float, ...]
) -> None:
    """Unweighted mean over the members held, home force included; switchable to "without us" and median."""
    imported(store, path.read_bytes())
    kinds = answer(store, basis=basis).kinds
    assert tuple(kinds[kind].group_average for kind in Kind) == averages


@pytest.mark.parametrize("path", [BY_FORCE, PAPER_LAYOUT])
def test_rule_12_the_papers_ranks_from_its_table(store: Store, path: Path) -> None:
    """1 + number of members with fewer; ties are "joint"."""
    imported(store, path.read_bytes())
    kinds = answer(store).kinds
    assert {kind: kinds[kind].rank for kind in Kind} == {
        COC: Rank(4, 8, ("Suffolk", "Warwickshire")),
        REC: Rank(3, 8, ()),
        AFI: Rank(4, 8, ()),
    }
    assert [kinds[kind].rank.joint for kind in Kind] == [True, False, False]  # type: ignore[union-attr]


def test_rule_11_the_papers_national_average_and_the_distance_from_it(store: Store) -> None:
    """4 / 129 / 27.8 as published; 34 against 27.8 is 22% higher, 104 against 129 is 19% lower."""
    imported(store, BY_FORCE.read_bytes())
    kinds = answer(store).kinds
    national = {kind: kinds[kind].national for kind in Kind}
    assert [found.value for found in national.values() if found] == [4.0, 129.0, 27.8]
    assert {found.source for found in national.values() if found} == {NationalSource.PUBLISHED}
    assert [kinds[kind].home.open for kind in Kind] == [6, 104, 34]  # type: ignore[union-attr]
    assert [round(kinds[kind].percent_from_national or 0, 1) for kind in Kind] == [50.0, -19.4, 22.3]
    assert kinds[REC].difference_from_group == 104 - 106.625
    assert kinds[REC].difference_from_national == -25


def test_rule_11_the_papers_layout_holds_no_national_average(store: Store) -> None:
    """Its column of averages is the group's, and never taken for the nation's."""
    imported(store, PAPER_LAYOUT.read_bytes())
    kinds = answer(store).kinds
    assert [(kinds[kind].national, kinds[kind].national_last) for kind in Kind] == [(None, None)] * 3


def test_another_force_as_home_has_its_figures_at_once(store: Store, tmp_path: Path) -> None:
    """A home force without a group shows figures and national only, and says so; with a group, the MSG's at once."""
    imported(store, BY_FORCE.read_bytes(), home="Suffolk")
    alone = answer(store, home="Suffolk")
    assert [alone.kinds[kind].home.open for kind in Kind] == [6, 115, 14]  # type: ignore[union-attr]
    assert [alone.kinds[kind].national.value for kind in Kind] == [4.0, 129.0, 27.8]  # type: ignore[union-attr]
    assert [(alone.kinds[kind].group_average, alone.kinds[kind].rank) for kind in Kind] == [(None, None)] * 3
    assert "No most similar group is held for Suffolk" in told(store, home="Suffolk")

    lines = ["force,member,valid_from", "Suffolk,Suffolk,", "Suffolk,Norfolk,", "Suffolk,D&C,", "Suffolk,Kent,"]
    (tmp_path / "groups.csv").write_text("\n".join(lines))
    groups = read_peer_groups(tmp_path / "groups.csv", national_directory())
    entry = answer(store, home="Suffolk", groups=groups).kinds[REC]
    assert entry.group_average == (115 + 93 + 71) / 3
    assert (entry.rank, entry.not_held) == (Rank(3, 3, ()), ("Kent",))


def test_a_home_force_that_is_not_in_the_file_has_no_figures_but_the_nations(store: Store) -> None:
    """Kent is not in the paper's table: "not held", never 0."""
    imported(store, BY_FORCE.read_bytes(), home="Kent")
    kent = answer(store, home="Kent")
    assert not kent.home_is_held
    assert kent.kinds[REC].national is not None
    assert (kent.kinds[REC].difference_from_national, kent.kinds[REC].rank) == (None, None)


# Rule 11: the national average


def national_of(comparison: Comparison) -> tuple[float, NationalSource, float | None] | None:
    found = comparison.kinds[REC].national
    return (found.value, found.source, found.other.value if found.other else None) if found else None


def test_rule_11_all_43_forces_give_a_computed_average_and_a_national_rank(store: Store) -> None:
    """Computed from all 43 forces within 92 days before D. National rank when all 43 are held."""
    imported(store, whole_nation(100, West_Mercia=57, Kent=56))
    comparison = answer(store)
    assert national_of(comparison) == ((41 * 100 + 57 + 56) / 43, NationalSource.COMPUTED, None)
    assert comparison.kinds[REC].national_rank == Rank(2, 43, ())


def test_rule_11_with_42_forces_nothing_is_computed(store: Store) -> None:
    """One force missing: no computed average and no national rank."""
    imported(store, positions_csv({force: (None, 100, None) for force in NATION if force != "Kent"}))
    comparison = answer(store)
    assert national_of(comparison) is None
    assert comparison.kinds[REC].national_rank is None


@pytest.mark.parametrize(("days", "held"), [(92, True), (93, False)])
def test_rule_11_one_force_too_old_ends_the_computed_average(store: Store, days: int, held: bool) -> None:
    """All 43 forces within 92 days before D."""
    imported(store, positions_csv({"Kent": (None, 100, None)}), PAPER_DAY - timedelta(days=days))
    imported(store, positions_csv({force: (None, 100, None) for force in NATION if force != "Kent"}))
    assert (national_of(answer(store)) is not None) == held


def test_rule_11_computed_is_used_when_equally_new_and_both_are_said_when_they_differ(store: Store) -> None:
    """Computed when equally new; both shown when they differ at one decimal."""
    imported(store, whole_nation(100))
    imported(store, positions_csv({HOME: (None, 100, None)}, national=("", 129, "")))
    assert national_of(answer(store)) == (100.0, NationalSource.COMPUTED, 129.0)
    assert "100.0 is computed (4 September 2023), 129.0 is published (4 September 2023)" in told(store)


def test_rule_11_the_newer_wins(store: Store) -> None:
    """The newer of computed and published."""
    imported(store, whole_nation(100), AUGUST)
    imported(store, positions_csv({HOME: (None, 100, None)}, national=("", 129, "")))
    assert national_of(answer(store)) == (129.0, NationalSource.PUBLISHED, 100.0)


def test_rule_11_none_current_names_the_last(store: Store) -> None:
    """Otherwise "none current; last 129.0 on ..."."""
    imported(store, positions_csv({HOME: (None, 104, None)}, national=("", 129, "")), PAPER_DAY - timedelta(days=93))
    imported(store, positions_csv({HOME: (None, 104, None)}))
    assert national_of(answer(store)) is None
    assert "none current; last 129.0 on 3 June 2023" in told(store)


def test_rule_11_a_later_upload_of_one_date_replaces_the_published_average(store: Store) -> None:
    """Rule 7 holds for published averages as well, and withdrawing brings the earlier one back."""
    imported(store, positions_csv({HOME: (None, 104, None)}, national=("", 129, "")))
    second = imported(store, positions_csv({HOME: (None, 104, None)}, national=("", 130, "")))
    assert national_of(answer(store)) == (130.0, NationalSource.PUBLISHED, None)
    withdraw(store, second, by())
    assert national_of(answer(store)) == (129.0, NationalSource.PUBLISHED, None)


# Rule 19: nothing unknown is dropped


def test_rule_19_every_breakdown_sums_to_the_items_counted(store: Store) -> None:
    """Not graded, no report, no date are classes of their own; every breakdown sums to its source's total."""
    rows = [
        item("R1", report="", grade=""),
        item("R2", report="", grade="3", deadline="as soon as the systems allow"),
        item("R3", grade="2", deadline="01/01/2023"),
        item("R4", grade="", deadline="", status="Awaiting sign-off"),
        item("C1", "CoC", grade=""),
        item("A1", "AFI", report="PEEL 2021/22", grade="4"),
    ]
    file = checked(items_csv(*rows))
    assert import_file(store, file, acknowledged=["deadline.not_understood"]).upload_ids
    with store.snapshot() as snapshot:
        broken_down = snapshot.raw("figures/open_items", force=HOME, day=PAPER_DAY)
        attention = needs_attention(snapshot, HOME, PAPER_DAY)
        breakdown = report_breakdown(snapshot, HOME, REC, PAPER_DAY)
    assert sum(row["open"] for row in broken_down) == 6 == attention.open_total
    assert {row["report"] for row in broken_down} == {"No report stated", "Vetting", "PEEL 2021/22"}
    assert sum(row["open"] for row in broken_down if row["grade"] == "not graded") == 3
    assert attention.graded_total == 5
    assert (attention.level_3, attention.level_4) == (1, 1)
    assert sum(line.open for line in breakdown.reports) == 4
    assert all(sum(line.by_status.values()) == line.open for line in breakdown.reports)


# Rule 17, as far as a commit tells it, and the movement since the export before


def test_rule_17_a_commit_tells_what_it_changed(store: Store) -> None:
    """Each item once, as the first that fits of opened, closed, left otherwise, regraded, changed."""
    rows = [
        item("R1", grade="2", status="Open", text="a"),
        item("R2", grade="2", status="Open", text="b"),
        item("R3", grade="2", status="Open", text="c"),
        item("R4", grade="2", status="Open", text="d"),
        item("R5", grade="2", status="Closed", text="e"),
        item("R6", grade="2", status="Open", text="f"),
    ]
    imported(store, items_csv(*rows), AUGUST)
    later = [
        rows[0],
        rows[1] | {"grade": "3", "text": "b2"},
        rows[2] | {"status": "Superseded"},
        rows[3] | {"text": "d2"},
        rows[4] | {"status": "Open"},
    ]
    changes = import_file(store, checked(items_csv(*later))).changes
    shown = (changes.opened, changes.closed, changes.left, changes.regraded, changes.changed, changes.unchanged)
    assert shown == (1, 1, 1, 1, 1, 1)


def test_the_movement_since_the_export_before(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 102, 34)}), JUNE)
    imported(store, positions_csv({HOME: (None, 104, None)}))
    with store.snapshot() as snapshot:
        current = {kind: entry.home for kind, entry in answer(store).kinds.items()}
        moved = movements(snapshot, HOME, current)
    assert {kind: (entry.difference, entry.earlier.as_of) for kind, entry in moved.items()} == {REC: (2, JUNE)}


# Rule 15: addressees


@pytest.mark.parametrize(
    ("addressee", "counts"),
    [
        ("Chief Constables", True),
        ("", True),
        ("Home Office; Chief Constables", True),
        ("College of Policing", False),
        ("Home Office and College of Policing", False),
    ],
)
def test_rule_15_only_an_item_of_other_bodies_alone_is_not_counted(store: Store, addressee: str, counts: bool) -> None:
    """ "Not for the force" only when the status says so or every addressee is another body."""
    imported(store, items_csv(item("R1", addressee="Chief Constables"), item("R2", addressee=addressee)))
    assert open_of(store) == 1 + counts


def test_rule_15_an_unknown_addressee_counts_and_warns(store: Store) -> None:
    """An unknown one counts and warns."""
    file = checked(items_csv(item("R1", addressee="Ministry of Silly Walks")))
    assert [found.code for found in file.warnings] == ["addressee.unknown"]
    assert import_file(store, file).upload_ids == ()
    assert import_file(store, file, acknowledged=["addressee.unknown"]).upload_ids
    assert open_of(store) == 1


def test_the_answer_can_be_asked_again_and_is_the_same(store: Store) -> None:
    """Reading changes nothing."""
    imported(store, BY_FORCE.read_bytes())
    before = json.dumps(dump(store), default=repr)
    assert answer(store) == answer(store)
    assert json.dumps(dump(store), default=repr) == before
