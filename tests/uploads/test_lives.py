"""Items' lives against the rows that they are derived from, after any actions in any order, and as once known."""

from collections.abc import Sequence
from datetime import date
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE
from jasc_data.store import lives
from jasc_data.store.connection import Store
from jasc_data.store.lives import lives_told_otherwise
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.acting import restore, withdraw
from tests.builders import HOME, ItemCells, by, checked, empty_store, import_file, items_csv, whole_histories

DATES = tuple(date(2023, month, 4) for month in (5, 6, 7, 8))
FORCES = (HOME, "Suffolk")
SPANS_HELD = "SELECT * FROM item_span"
SPANS_OF_ROWS = "SELECT * FROM item_life(NULL, NULL)"
TOLD = (
    "item_key, force, kind, report_id, said_id, upload_id, as_of, decided_on, listed, counts, first_held_on, "
    "first_report_id, first_published, ever_left, deadline_on, deadline_since_first"
)

cells = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["AFI", "AFI", "Recommendation"]),
        "report": st.sampled_from(["Vetting", "Vetting", "Custody", ""]),
        "report_published": st.sampled_from(
            ["", "02/11/2022"]
        ),  # undated, Vetting means the dated one once one is held
        "status": st.sampled_from(["Open", "Open", "Closed", "Superseded"]),
        "target_date": st.sampled_from(["", "01/02/2024", "01/03/2024"]),
        "deadline": st.sampled_from(["", "Within three months"]),
        "grade": st.just("2"),
    }
)
with_reference = {(force, f"R{n}", ""): cells for force in FORCES for n in (1, 2)}
with_number = {(HOME, "", f"{n}"): cells for n in (1, 2)}


def rows(drawn: dict[tuple[str, str, str], ItemCells]) -> tuple[ItemCells, ...]:
    return tuple(
        {"force": force, "reference": reference, "number": number, **said}
        for (force, reference, number), said in drawn.items()
    )


files = st.tuples(
    st.sampled_from(DATES),
    (st.fixed_dictionaries({}, optional=with_reference) | st.fixed_dictionaries({}, optional=with_number)).map(rows),
    st.sampled_from([ALL_REPORTS, ALL_REPORTS, ONLY_REPORTS_IN_FILE]),
)
File = tuple[date, tuple[ItemCells, ...], str]
acts = st.lists(files | files | st.integers(0, 9), min_size=2, max_size=9)


def lived(history: Sequence[File | int]) -> Store:
    """A store in which each file was imported, where it is not refused, and each number withdraws or restores one."""
    store = empty_store()
    live: list[bool] = []
    for act in history:
        if isinstance(act, int):
            if live:
                place = act % len(live)
                (withdraw if live[place] else restore)(store, place + 1, by())
                live[place] = not live[place]
        elif act[1]:
            day, listed, reports = act
            forces = tuple({cells["force"] for cells in listed})
            content = items_csv(*listed, headings=("reference", "number"))
            file = checked(content, day, forces=forces, kinds=tuple(Kind), reports=reports)
            live += [True] * len(import_file(store, file, acknowledged=["all"]).upload_ids)
    return store


def assert_as_the_rows_say(snapshot: Snapshot) -> None:
    """Spans are those of the rows told anew, and give at each date what the rows give."""
    cursor = snapshot._cursor
    pairs = [(SPANS_HELD, SPANS_OF_ROWS)]
    pairs += [
        (f"SELECT {TOLD} FROM item_at(DATE '{day}')", f"SELECT {TOLD} FROM item_known_at(DATE '{day}')")
        for day in (date(2023, 5, 1), *DATES, date(2024, 1, 1))
    ]
    for spans, of_rows in pairs:
        ours, theirs = (sorted(cursor.execute(sql).fetchall(), key=repr) for sql in (spans, of_rows))
        assert ours == theirs, spans


@whole_histories
@given(acts)
@example(
    [
        (DATES[0], rows({(HOME, "", "1"): {"kind": "AFI", "report": "Vetting", "grade": "2"}}), ALL_REPORTS),
        (
            DATES[1],
            rows(
                {(HOME, "R1", ""): {"kind": "AFI", "report": "Vetting", "report_published": "02/11/2022", "grade": "2"}}
            ),
            ALL_REPORTS,
        ),
        1,
    ]
)
def test_lives_are_what_the_rows_say_now_and_at_every_entry_of_the_log(history: list[File | int]) -> None:
    with patch.object(lives, "A_FEW", 0):  # so that what each action touches is found
        store = lived(history)
    with store.snapshot() as snapshot:
        last = snapshot.last_entry
        assert_as_the_rows_say(snapshot)
    for entry in range(1, last + 1):
        with store.snapshot(known_at=entry) as snapshot:
            assert_as_the_rows_say(snapshot)


def test_a_life_that_was_tampered_with_is_found() -> None:
    store = lived(
        [(DATES[0], rows({(HOME, "R1", ""): {"kind": "AFI", "report": "Vetting", "grade": "2"}}), ALL_REPORTS)]
    )
    with store.writing(keep=True) as snapshot:
        assert lives_told_otherwise(snapshot) == []
        snapshot._cursor.execute("UPDATE item_span SET revisions = 9")
        assert lives_told_otherwise(snapshot) == [{"item_key": f"{HOME}|r1"}]
