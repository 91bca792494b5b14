"""Any history of imports, withdrawals and restorations against a slow oracle in plain Python.

The oracle is written from the rules (DESIGN.md, 2.4 to 2.8) and shares no code with the store: no SQL, no views.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from tests.builders import (
    HOME,
    ItemCells,
    by,
    empty_store,
    headlines,
    imported,
    items_csv,
    positions_csv,
    whole_histories,
)

FORCES = (HOME, "Suffolk", "Warwickshire")
DATES = tuple(date(2023, month, 4) for month in (5, 6, 7, 8, 9))
TWICE = "Stalking"  # published twice: two reports of one title, so its date is never left out
REPORTS = {  # what is drawn, as (title, publication date)
    "none": ("", ""),
    "vetting": ("Vetting", "02/11/2022"),
    "peel": ("PEEL 2021/22", ""),
    "custody": ("Custody", "20/04/2022"),
    "stalking": (TWICE, "27/09/2021"),
    "stalking again": (TWICE, "15/02/2023"),
}
KINDS = {"CoC": Kind.CAUSE_OF_CONCERN, "Recommendation": Kind.RECOMMENDATION, "AFI": Kind.AFI}
OPEN = ("Open", "", "In progress", "Awaiting sign-off")
STATUSES = (*OPEN, "Closed", "Superseded", "Not for the force")
ADDRESSEES = {"": False, "Chief Constables": False, "Home Office; Chief Constables": False, "Home Office": True}
HEADINGS = ("reference", "force", "kind", "report", "report_published", "status", "grade", "addressee")

Figures = dict[tuple[str, Kind], tuple[int, date, ExportType]]


@dataclass(frozen=True)
class Items:
    """An items export as it is made up: its rows, and what it is said to cover."""

    as_of: date
    rows: tuple[ItemCells, ...]
    kinds: tuple[Kind, ...]
    reports: str


@dataclass(frozen=True)
class Positions:
    """A positions export: open counts by force and kind, None for a blank cell."""

    as_of: date
    cells: dict[tuple[str, Kind], int | None]


Export = Items | Positions
Action = tuple[str, Export | int]


# Making histories up

rows = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(list(KINDS)),
        "report": st.sampled_from(list(REPORTS)),
        "status": st.sampled_from(STATUSES) | st.just("Open"),
        "grade": st.sampled_from(["", "2", "3"]),
        "addressee": st.sampled_from(list(ADDRESSEES)),
    }
)
# Fixed keys, so that most histories hold the same items again and again, the home force's above all.
always = {(HOME, f"R{number}"): rows for number in (1, 2)}
perhaps = {(HOME, f"R{number}"): rows for number in (3, 4, 5)} | {
    (force, reference): rows for force in FORCES[1:] for reference in ("R1", "R2")
}


def completed(chosen: dict[tuple[str, str], ItemCells]) -> tuple[ItemCells, ...]:
    return tuple(
        {
            **cells,
            "reference": reference,
            "force": force,
            "report": REPORTS[cells["report"]][0],
            "report_published": REPORTS[cells["report"]][1],
            "grade": "" if cells["kind"] == "CoC" else cells["grade"],
        }
        for (force, reference), cells in chosen.items()
    )


items_exports = st.builds(
    Items,
    as_of=st.sampled_from(DATES),
    rows=(st.fixed_dictionaries(always, optional=perhaps) | st.just({})).map(completed),
    kinds=st.just(tuple(Kind)) | st.lists(st.sampled_from(list(Kind)), min_size=1, unique=True).map(tuple),
    reports=st.sampled_from([ALL_REPORTS, ALL_REPORTS, ONLY_REPORTS_IN_FILE]),
)
cells = st.fixed_dictionaries(
    {(force, kind): st.none() | st.integers(0, 9) for force in FORCES[:2] for kind in Kind}
).filter(lambda given_: any(value is not None for value in given_.values()))
positions_exports = st.builds(Positions, as_of=st.sampled_from(DATES), cells=cells)
exports = items_exports | items_exports | positions_exports
actions = st.tuples(st.just("import"), exports) | st.tuples(st.sampled_from(["withdraw", "restore"]), st.integers(0, 9))
histories = st.builds(lambda first, later: [("import", first), *later], items_exports, st.lists(actions, max_size=9))


# Living them


def imported_export(store: Store, export: Export) -> int:
    if isinstance(export, Positions):
        table = {force: tuple(export.cells.get((force, kind)) for kind in Kind) for force in FORCES[:2]}
        return imported(store, positions_csv(table), export.as_of)  # type: ignore[arg-type]
    content = items_csv(*export.rows, headings=HEADINGS)
    forces = tuple({cells["force"] for cells in export.rows})
    return imported(store, content, export.as_of, forces=forces, kinds=export.kinds, reports=export.reports)


def lived(history: Iterable[Action]) -> tuple[Store, list[Export]]:
    """A store with that history, and the exports that are live in it, in the order of their import."""
    store = empty_store()
    held: list[Export] = []
    live: list[bool] = []
    for action, what in history:
        if not isinstance(what, int):
            assert imported_export(store, what) == len(held) + 1
            held.append(what)
            live.append(True)
        elif held and live[what % len(held)] == (action == "withdraw"):
            place = what % len(held)
            (withdraw if action == "withdraw" else restore)(store, place + 1, by())
            live[place] = not live[place]
    return store, [export for export, is_live in zip(held, live, strict=True) if is_live]


# The oracle


def report_of(record: ItemCells) -> tuple[str, str, str]:
    """A PEEL or custody report belongs to its force, any other is shared by all; one title published twice is two
    reports (rule 6)."""
    title = record["report"]
    force = record["force"] if title.startswith(("PEEL", "Custody")) else ""
    return title, force, record["report_published"] if title == TWICE else ""


def speaks_for_kind(export: Items, force: str, kind: Kind) -> bool:
    """Whether an items export speaks for anything of a force and kind (rule 4)."""
    forces = {record["force"] for record in export.rows} or {HOME}
    kinds = {KINDS[record["kind"]] for record in export.rows} | set(export.kinds)
    return force in forces and kind in kinds and (export.reports == ALL_REPORTS or bool(export.rows))


def covers(export: Items, record: ItemCells) -> bool:
    """Whether an items export speaks for the record's force, kind and report."""
    if not speaks_for_kind(export, record["force"], KINDS[record["kind"]]):
        return False
    return export.reports == ALL_REPORTS or report_of(record) in map(report_of, export.rows)


def items_until(live: Sequence[Export], day: date) -> list[Items]:
    """The live items exports at or before the day, by date, those of one date in the order of their import."""
    held = [export for export in live if isinstance(export, Items) and export.as_of <= day]
    return sorted(held, key=lambda export: export.as_of)


def last_words(exports_: Sequence[Items]) -> list[tuple[int, ItemCells]]:
    """The latest record of every item, with the place of the export that gives it."""
    last: dict[tuple[str, str], tuple[int, ItemCells]] = {}
    for place, export in enumerate(exports_):
        for record in export.rows:
            last[record["force"], record["reference"]] = (place, record)
    return list(last.values())


def open_items(live: Sequence[Export], day: date) -> list[ItemCells]:
    """The records that count as open: each item's latest word, unless a later export that covers it leaves it out."""
    exports_ = items_until(live, day)
    found = []
    for place, record in last_words(exports_):
        closed = any(covers(export, record) for export in exports_[place + 1 :])
        if not closed and record["status"] in OPEN and not ADDRESSEES[record["addressee"]]:
            found.append(record)
    return found


def oracle(live: Sequence[Export], day: date) -> Figures:
    """The headline of every force and kind at a date: items or positions, whichever is later, items when equal."""
    counted = Counter((record["force"], KINDS[record["kind"]]) for record in open_items(live, day))
    figures: Figures = {}
    positions = [export for export in live if isinstance(export, Positions) and export.as_of <= day]
    for export in sorted(positions, key=lambda export: export.as_of):
        for (force, kind), open_ in export.cells.items():
            if open_ is not None:
                figures[force, kind] = (open_, export.as_of, ExportType.POSITIONS)
    for force in FORCES:
        for kind in Kind:
            speaking = [export for export in items_until(live, day) if speaks_for_kind(export, force, kind)]
            if not any(export.reports == ALL_REPORTS for export in speaking):
                continue
            latest = max(export.as_of for export in speaking)
            if (force, kind) not in figures or figures[force, kind][1] <= latest:
                figures[force, kind] = (counted[force, kind], latest, ExportType.ITEMS)
    return figures


def status_of(record: ItemCells) -> str:
    return record["status"].lower() or "open"


def all_figures(store: Store) -> dict[date, Figures]:
    return {day: headlines(store, day) for day in DATES}


# What holds for every history


@whole_histories
@given(histories, exports)
def test_every_headline_is_the_oracles_and_that_of_the_live_uploads_alone(
    history: list[Action], export: Export
) -> None:
    """And to import and withdraw once more leaves it as it was."""
    store, live = lived(history)
    for day in DATES:
        assert headlines(store, day) == oracle(live, day), day
    before = all_figures(store)
    fresh, _ = lived([("import", export) for export in live])
    assert before == all_figures(fresh)
    number = imported_export(store, export)
    with_it = all_figures(store)
    withdraw(store, number, by())
    assert all_figures(store) == before
    restore(store, number, by())
    assert all_figures(store) == with_it


@whole_histories
@given(st.permutations(DATES), st.lists(exports, min_size=5, max_size=5))
def test_exports_of_different_dates_may_be_imported_in_any_order(days: list[date], made: list[Export]) -> None:
    dated = [type(export)(**{**vars(export), "as_of": day}) for export, day in zip(made, days, strict=True)]
    store, _ = lived([("import", export) for export in dated])
    in_order, _ = lived([("import", export) for export in sorted(dated, key=lambda export: export.as_of)])
    assert all_figures(store) == all_figures(in_order)


@whole_histories
@given(histories)
def test_breakdowns_are_the_oracles_and_sum_to_the_items_counted(history: list[Action]) -> None:
    store, live = lived(history)
    for day in DATES[-2:]:
        records = open_items(live, day)
        with store.snapshot() as snapshot:
            for force in FORCES:
                lines = snapshot.raw("figures/open_items", force=force, day=day)
                held = {row["kind"]: row["open"] for row in snapshot.raw("figures/items_held", force=force, day=day)}
                broken_down = Counter[tuple[str, ...]]()
                for row in lines:
                    broken_down[row["kind"], row["report"], row["status"], row["grade"]] += row["open"]
                wanted = Counter(
                    (
                        KINDS[record["kind"]].value,
                        record["report"] or "No report stated",
                        status_of(record),
                        record["grade"] or "not graded",
                    )
                    for record in records
                    if record["force"] == force
                )
                assert broken_down == wanted
                for kind, open_ in held.items():
                    assert sum(row["open"] for row in lines if row["kind"] == kind) == open_
