"""Which record is which (rule 6): references, numbers, reports; and items that move between reports."""

from datetime import date

import pytest

from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from tests.builders import (
    AFI,
    HOME,
    PAPER_DAY,
    REC,
    TODAY,
    by,
    checked,
    dump,
    empty_store,
    import_file,
    imported,
    item,
    items_csv,
    numbered,
    open_of,
    problem_codes,
)

JUNE, JULY, AUGUST = date(2023, 6, 5), date(2023, 7, 3), date(2023, 8, 7)
DATED = "02/11/2022"
ZERO_WIDTH = "\u200b"


@pytest.fixture
def store() -> Store:
    return empty_store()


def held_reports(store: Store) -> set[tuple[str, str | None, str | None]]:
    """The reports that the items held mean: title, force, publication date."""
    with store.snapshot() as snapshot:
        meant = {row["report_id"] for row in snapshot.raw("figures/item_states", day=date(2030, 1, 1), force=None)}
        rows = [row for row in snapshot.raw("uploads/reports_held") if row["report_id"] in meant]
    return {
        (row["title"], row["force"], row["published"] and f"{row['published']}") for row in rows if row["title_key"]
    }


@pytest.mark.parametrize("spelling", ["R-01", " R-01 ", "r-01", f"R{ZERO_WIDTH}-01", "\ufeffR-01", "R-\u00ad01"])
def test_rule_6_references_are_compared_trimmed_case_folded_and_without_zero_width_marks(
    store: Store, spelling: str
) -> None:
    """The same item under another spelling is not a second one."""
    imported(store, items_csv(item("R-01", report="Vetting"), item("R-02")), AUGUST)
    imported(store, items_csv(item(spelling, report="Custody")), reports="reports")
    assert open_of(store) == 2


@pytest.mark.parametrize(("one", "other"), [("T1", "T01"), ("T-1", "T1"), ("T 1", "T1"), ("T1", "T10")])
def test_rule_6_references_that_differ_otherwise_are_two_items(store: Store, one: str, other: str) -> None:
    """T1 and T01 differ: nothing is guessed."""
    imported(store, items_csv(item(one), item(other)))
    assert open_of(store) == 2


@pytest.mark.parametrize("spelling", ["r1", " R1", f"R1{ZERO_WIDTH}"])
def test_rule_6_a_clash_is_an_error(store: Store, spelling: str) -> None:
    """Two rows of one identity in one file."""
    before = dump(store)
    assert problem_codes(store, items_csv(item("R1"), item(spelling))) == ["reference.duplicate"]
    assert dump(store) == before


def test_rule_6_two_forces_may_use_the_same_reference(store: Store) -> None:
    """Force and reference together identify."""
    rows = items_csv(item("R1"), item("R1") | {"force": "Suffolk"})
    imported(store, rows, forces=("Suffolk",))
    assert (open_of(store), open_of(store, force="Suffolk")) == (1, 1)


def test_rule_6_without_references_force_kind_report_and_number_identify(store: Store) -> None:
    """Number 1 of another report, or of another kind, is another item."""
    rows = [
        item(number="1"),
        item(number="2"),
        item(number="1", report="Custody"),
        item(number="1", kind="AFI"),
    ]
    imported(store, items_csv(*rows), AUGUST)
    assert (open_of(store), open_of(store, AFI)) == (3, 1)
    imported(store, items_csv(item(number="1"), item(number="1", report="custody")))
    assert open_of(store) == 2


def test_rule_6_without_references_a_number_given_twice_is_an_error(store: Store) -> None:
    """A clash is an error."""
    assert problem_codes(store, items_csv(item(number="1"), item(number=" 1"))) == ["number.duplicate"]


def test_rule_6_a_clash_by_a_report_with_and_without_its_date_is_an_error_too(store: Store) -> None:
    """The undated title means the dated report, so both rows are one item: a problem, and never our own failure."""
    rows = [item(number="1", report_published=DATED), item(number="1", report_published="")]
    assert problem_codes(store, items_csv(*rows)) == ["number.duplicate"]


def test_rule_6_a_file_without_references_where_the_held_items_have_them_is_an_error(store: Store) -> None:
    """Nothing could be matched, so everything held would be closed and everything in the file new."""
    imported(store, items_csv(*numbered(3)), AUGUST)
    assert problem_codes(store, items_csv(item(number="1"))) == ["references.missing"]
    assert open_of(store) == 3


def test_rule_6_or_the_reverse(store: Store) -> None:
    """References in the file and none in the items held."""
    imported(store, items_csv(item(number="1")), AUGUST)
    assert problem_codes(store, items_csv(item("R1"))) == ["references.new"]


def test_rule_6_withdrawn_uploads_do_not_stand_in_the_way(store: Store) -> None:
    """Only what is live is held."""
    withdraw(store, imported(store, items_csv(item(number="1")), AUGUST), by())
    imported(store, items_csv(item("R1")))
    assert open_of(store) == 1


def test_rule_6_a_report_on_one_force_belongs_to_it_and_a_national_one_is_shared(store: Store) -> None:
    """PEEL, custody and child protection are a force's own."""
    rows = [item("R1", report="PEEL 2021/22"), item("R2", report="Vetting")]
    both = [*rows, *(cells | {"force": "Suffolk"} for cells in rows)]
    imported(store, items_csv(*both), forces=("Suffolk",))
    assert held_reports(store) == {
        ("PEEL 2021/22", HOME, None),
        ("PEEL 2021/22", "Suffolk", None),
        ("Vetting", None, None),
    }


def test_rule_6_titles_that_differ_in_form_are_one_report_and_others_are_not_merged(store: Store) -> None:
    """Similar titles are never merged silently."""
    titles = ("Vetting & misconduct", "vetting and  misconduct.", "Vetting and misconduct 2")
    imported(store, items_csv(*(item(f"R{number}", report=title) for number, title in enumerate(titles))))
    assert len(held_reports(store)) == 2


def test_rule_6_one_title_published_twice_is_two_reports(store: Store) -> None:
    """Report = title + publication date where given."""
    rows = [item("R1", report_published=DATED), item("R2", report_published="07/07/2023")]
    imported(store, items_csv(*rows))
    assert held_reports(store) == {("Vetting", None, "2022-11-02"), ("Vetting", None, "2023-07-07")}
    assert problem_codes(store, items_csv(item("R3"))) == ["report.ambiguous"]


def test_a_later_export_that_says_a_reports_date_means_the_same_report(store: Store) -> None:
    """The date is filled in: nothing is closed, nothing is counted twice."""
    imported(store, items_csv(*numbered(3)), AUGUST)
    imported(store, items_csv(*numbered(2, report_published=DATED)), reports="reports")
    assert held_reports(store) == {("Vetting", None, "2022-11-02")}
    assert open_of(store) == 2


def test_a_later_export_that_leaves_a_reports_date_out_means_the_same_report(store: Store) -> None:
    imported(store, items_csv(*numbered(3, report_published=DATED)), AUGUST)
    imported(store, items_csv(*numbered(2)), reports="reports")
    assert (len(held_reports(store)), open_of(store)) == (1, 2)


def test_rows_with_and_without_the_date_in_one_file_mean_one_report(store: Store) -> None:
    """Whichever row comes first."""
    for rows in (("", DATED), (DATED, "")):
        fresh = empty_store()
        imported(fresh, items_csv(*(item(f"R{n}", report_published=day) for n, day in enumerate(rows))))
        assert len(held_reports(fresh)) == 1


def test_a_withdrawn_upload_does_not_say_which_report_is_meant(store: Store) -> None:
    """Rule 7: any order of actions gives the figures of the uploads that are live, as if there were no others."""
    imported(store, items_csv(*numbered(3)), JUNE)
    withdraw(store, imported(store, items_csv(*numbered(3, report_published=DATED)), JULY), by())
    imported(store, items_csv(*numbered(1, report_published="07/07/2023")), AUGUST, reports="reports")

    fresh = empty_store()
    imported(fresh, items_csv(*numbered(3)), JUNE)
    imported(fresh, items_csv(*numbered(1, report_published="07/07/2023")), AUGUST, reports="reports")
    assert open_of(store) == open_of(fresh)


def test_the_order_of_rows_does_not_decide_which_report_an_undated_title_meant(store: Store) -> None:
    """Never merged silently: two dates for a title held without one are asked about, or settled without a guess."""
    found = []
    for days in ((DATED, "07/07/2023"), ("07/07/2023", DATED)):
        fresh = empty_store()
        imported(fresh, items_csv(*numbered(3)), AUGUST)
        rows = [item(f"X{day}", report_published=day) for day in days]
        outcome = import_file(fresh, checked(items_csv(*rows), reports="reports"), acknowledged=["all"])
        refused = [problem.code for problem in outcome.errors]
        with fresh.snapshot() as snapshot:
            found.append(
                (refused, {row["published"] for row in snapshot.raw("uploads/reports_held") if row["report_id"] == 1})
            )
    assert found[0] == found[1]


# Items that move between reports


def test_an_item_that_moves_to_another_report_is_counted_once(store: Store) -> None:
    imported(store, items_csv(*numbered(3), item("R4", report="Custody")), AUGUST)
    imported(store, items_csv(*numbered(2), item("R3", report="Custody"), item("R4", report="Custody")))
    assert open_of(store) == 4


def test_an_item_that_moves_by_an_export_of_its_new_report_alone_is_counted_once(store: Store) -> None:
    """The old report is not covered, yet the item has left it."""
    imported(store, items_csv(*numbered(3), item("R4", report="Custody")), AUGUST)
    imported(store, items_csv(item("R3", report="Custody"), item("R4", report="Custody")), reports="reports")
    assert open_of(store) == 4


def test_an_item_that_moved_is_not_closed_by_a_later_export_of_its_old_report(store: Store) -> None:
    imported(store, items_csv(*numbered(3), item("R4", report="Custody")), JUNE)
    imported(store, items_csv(item("R3", report="Custody"), item("R4", report="Custody")), JULY, reports="reports")
    imported(store, items_csv(*numbered(2)), AUGUST, reports="reports")
    assert open_of(store) == 4


def test_an_item_that_moved_is_closed_by_a_later_export_of_its_new_report(store: Store) -> None:
    """It does not come back from the dead in its old report."""
    imported(store, items_csv(*numbered(3), item("R4", report="Custody")), JUNE)
    imported(store, items_csv(item("R3", report="Custody"), item("R4", report="Custody")), JULY, reports="reports")
    imported(store, items_csv(item("R4", report="Custody")), AUGUST, reports="reports")
    assert open_of(store) == 3


def test_withdrawing_the_move_puts_the_item_back_and_restoring_moves_it_again(store: Store) -> None:
    imported(store, items_csv(*numbered(3), item("R4", report="Custody")), JUNE)
    custody = items_csv(item("R3", report="Custody"), item("R4", report="Custody"))
    move = imported(store, custody, JULY, reports="reports")
    imported(store, items_csv(*numbered(2)), AUGUST, reports="reports")
    assert open_of(store) == 4
    withdraw(store, move, by())
    assert open_of(store) == 3  # back in Vetting, and the later export of Vetting leaves it out
    restore(store, move, by())
    assert open_of(store) == 4


def test_an_item_without_a_report_can_be_given_one(store: Store) -> None:
    """ "No report stated" is a class of its own, and an item leaves it like any other."""
    imported(store, items_csv(item("R1", report=""), item("R2", report="")), AUGUST)
    imported(store, items_csv(item("R1", report="Custody")), reports="reports")
    assert open_of(store) == 2
    imported(store, items_csv(item("R2", report="")), TODAY, reports="reports")
    assert open_of(store) == 2


def test_an_item_that_changes_its_kind_is_counted_under_the_new_one_alone(store: Store) -> None:
    imported(store, items_csv(*numbered(3), item("A1", "AFI")), AUGUST)
    imported(store, items_csv(item("A1", "AFI"), item("R3", "AFI")))
    assert (open_of(store, REC, day=PAPER_DAY), open_of(store, AFI)) == (2, 2)
