"""The preview's counts add up to the rows read: by hand, and over any file on top of any history."""

from datetime import date

from hypothesis import given

from jasc_data.uploads.commit import rehearse
from jasc_data.uploads.rows_read import FiguresRead, RowsRead
from jasc_data.uploads.rows_text import rows_sentences
from tests.answers.test_histories import FORCES, HEADINGS, Action, Items, exports, histories, lived
from tests.builders import (
    HOME,
    PAPER_DAY,
    checked,
    empty_store,
    imported,
    item,
    items_csv,
    numbered,
    positions_csv,
    whole_histories,
)

AUGUST = date(2023, 8, 1)


def test_each_row_is_counted_once_and_what_is_absent_stands_beside() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(6, grade="2")), AUGUST)
    content = items_csv(
        item("R1", grade="2"),
        item("R2", grade="3"),
        item("R3", grade="2", status="In progress"),
        item("R4", grade="2", status="Closed"),
        item("R5", grade="2", addressee="Home Office"),
        item("R7", status="Superseded"),
        item("R8"),
        item("R9", status="Not for the force"),
    )
    (read,) = rehearse(store, checked(content)).effect.read
    assert read == RowsRead(
        PAPER_DAY,
        (HOME,),
        new=1,
        unchanged=1,
        changed=1,
        regraded=1,
        closed=1,
        superseded=1,
        for_others=2,
        absent=1,  # R6
    )
    assert (read.open, read.ours, read.rows) == (4, 6, 8)
    assert rows_sentences((read,), HOME) == (
        "8 rows: 6 ours, 2 for other bodies.",
        "Ours: 4 open (1 new, 1 unchanged, 1 changed and 1 regraded), 1 closed and 1 superseded in the file.",
        "1 item held as open is not in the file and is closed by it.",
    )


def test_what_the_file_does_not_speak_of_is_not_counted_as_unchanged() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(3), *numbered(2, "A", kind="AFI")), AUGUST)
    outcome = rehearse(store, checked(items_csv(*numbered(3))))
    assert outcome.changes.unchanged == 3
    assert rows_sentences(outcome.effect.read, HOME) == ("3 rows, all ours: 3 open (3 unchanged).",)


def test_what_turns_at_each_date_of_a_file_is_read_of_that_date() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(2, grade="2")), date(2023, 7, 1))
    content = items_csv(
        item("R1", grade="3", as_of="01/08/2023"),
        item("R2", grade="2", as_of="01/08/2023"),
        item("R1", grade="2", as_of="04/09/2023"),
        item("R2", grade="4", as_of="04/09/2023"),
    )
    effect = rehearse(store, checked(content, None)).effect
    assert [(read.regraded, read.unchanged) for read in effect.read if isinstance(read, RowsRead)] == [(1, 1), (1, 1)]
    assert [changed.name for changed in effect.items] == ["R2"]


def test_several_dates_and_forces_are_told_apart() -> None:
    store = empty_store()
    content = items_csv(
        item("R1", as_of="01/08/2023"),
        item("R1", as_of="04/09/2023"),
        {**item("R1", as_of="04/09/2023"), "force": "Suffolk"},
    )
    read = rehearse(store, checked(content, None, forces=("Suffolk",))).effect.read
    assert rows_sentences(read, HOME) == (
        "1 August 2023: 1 row, ours: 1 open (1 new).",
        "4 September 2023: 2 rows, all the forces' own: 2 open (2 new).",
    )


def test_the_figures_of_positions_add_up_too() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 104, 34)}), AUGUST)
    (read,) = rehearse(store, checked(positions_csv({HOME: (6, 103, None)}, national=(4, 129, 27.8)))).effect.read
    assert read == FiguresRead(PAPER_DAY, differing=1, same=1, national=3)
    assert rows_sentences((read,), HOME) == (
        "5 figures: 1 open count new or different, 1 as held and 3 national averages.",
    )


@given(histories, exports)
@whole_histories
def test_the_counts_add_up_over_any_file_and_history(history: list[Action], export: object) -> None:
    """rows = open + closed + superseded + for others, and the changes are told of the same items."""
    store, _ = lived(history)
    if not isinstance(export, Items):
        return
    file = checked(
        items_csv(*export.rows, headings=HEADINGS),
        export.as_of,
        forces=tuple({cells["force"] for cells in export.rows}),
        kinds=export.kinds,
        reports=export.reports,
    )
    outcome = rehearse(store, file)
    (read,) = outcome.effect.read
    assert read.rows == len(export.rows)
    ours = [cells for cells in export.rows if cells["status"] != "Not for the force"]
    assert read.ours == sum(cells["addressee"] != "Home Office" for cells in ours)
    changes = outcome.changes
    assert (changes.opened, changes.unchanged) == (read.new, read.unchanged)
    assert changes.closed + changes.left >= read.absent
    assert set(read.forces) <= set(FORCES)
