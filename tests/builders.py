"""Exports built as the bytes of CSV files and imported the way a person's are: checked, then committed."""

import csv
import io
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
from hypothesis import settings

from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, PeerGroups, read_peer_groups
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import AverageBasis, ExportType, Kind
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.learned import Decision, Learned
from jasc_data.intake.problems import Problem
from jasc_data.intake.uploads import ALL_REPORTS, CheckedFile, UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.store.counter import counter_of
from jasc_data.uploads.commit import Outcome, commit
from tests.made_once import made_once

HOME = "West Mercia"
PAPER_DAY = date(2023, 9, 4)
TODAY = date(2023, 9, 10)
PAPER = Path(__file__).parent / "fixtures" / "paper"
BY_FORCE = PAPER / "positions-2023-09-04-by-force.csv"
PAPER_LAYOUT = PAPER / "positions-2023-09-04-paper-layout.csv"
NATION = national_directory().names
GROUPS = read_peer_groups(PACKAGED_GROUPS, national_directory())
GROUP = GROUPS.at(HOME, PAPER_DAY)
VIEW = Viewpoint(HOME, GROUPS, NATION)
DECIDING = ("grade", "status", "deadline")
COC, REC, AFI = Kind.CAUSE_OF_CONCERN, Kind.RECOMMENDATION, Kind.AFI

# Properties of whole histories of imports: half a second an example, so few a run; JASC_EXAMPLES=200 for a long look.
whole_histories = settings(max_examples=int(os.environ.get("JASC_EXAMPLES", "3")))

ItemCells = dict[str, str]
Triple = tuple[object, object, object]


def csv_bytes(rows: Sequence[Sequence[object]]) -> bytes:
    """The rows as a CSV file in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def item(reference: str | None = None, kind: str = "Recommendation", report: str = "Vetting", **more: str) -> ItemCells:
    """The cells of one item of the home force; ``more`` are further fields by heading."""
    cells = {"force": HOME, "kind": kind, "report": report, **more}
    return cells if reference is None else {"reference": reference, **cells}


def items_csv(*items: ItemCells, headings: Sequence[str] = ()) -> bytes:
    """An items export with a column for every heading that any of the items has, and for the fields that decide a
    figure: without one the file would be asked about. Where no item says anything of a status, all are said to be
    open."""
    columns = list(dict.fromkeys([*headings, *(heading for cells in items for heading in cells), *DECIDING]))
    status = "" if any("status" in cells for cells in items) else "Open"
    return csv_bytes(
        [columns, *([{"status": status, **cells}.get(column, "") for column in columns] for cells in items)]
    )


def numbered(count: int, prefix: str = "R", **more: str) -> list[ItemCells]:
    """That many items of the home force, with references R1, R2 ..."""
    return [item(f"{prefix}{number}", **more) for number in range(1, count + 1)]


def positions_csv(by_force: Mapping[str, Triple], national: Triple | None = None) -> bytes:
    """A positions export, forces down and kinds across; None is a blank cell."""
    rows = [*by_force.items(), *([("National average", national)] if national else [])]
    cells = [[force, *("" if figure is None else figure for figure in figures)] for force, figures in rows]
    return csv_bytes([["Force", "CoCs", "Recs", "AFIs"], *cells])


def long_csv(*rows: tuple[object, ...]) -> bytes:
    """A positions export with a row (force, kind, open, grade) per figure."""
    return csv_bytes([["force", "kind", "open", "grade"], *rows])


def checked(
    content: bytes,
    as_of: date | None = PAPER_DAY,
    *,
    home: str = HOME,
    force: str | None = None,
    forces: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = (),
    reports: str = ALL_REPORTS,
    groups: PeerGroups = GROUPS,
    today: date = TODAY,
    name: str = "export.csv",
    sheet: str | None = None,
    decisions: Sequence[Decision] = (),
    learned: Learned | None = None,
) -> CheckedFile:
    """The file as checked, with all that was said about it. ``forces`` and ``kinds`` are confirmed to be covered."""
    request = UploadRequest(as_of, force, forces, kinds, reports, sheet=sheet, decisions=tuple(decisions))
    context = CheckContext(national_directory(), home, groups, today, learned or Learned())
    return check_file(content, name, request, context)


def new_store(path: Path) -> Store:
    """A store at that place which holds nothing: a copy of one, since to define its views takes longer than most tests."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_empty_store_file(), path)
    return open_store(path, create=False)


def filled_once(name: str, fill: Callable[[Store], object], place: Path) -> Path:
    """A store at that place as ``fill`` filled it: once for all tests of a run, under that name."""
    return copy_at(_filled_file(name, fill), place)


def filled_in_memory(name: str, fill: Callable[[Store], object]) -> Store:
    """The same in memory."""
    return copy_in_memory(_filled_file(name, fill))


def _filled_file(name: str, fill: Callable[[Store], object]) -> Path:
    def make(path: Path) -> None:
        with closing(new_store(path)) as store:
            fill(store)

    return made_once(f"{name}.duckdb", make)


def copy_at(held: Path, place: Path) -> Path:
    """A copy of a closed store and of its counter at that place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(held, place)
    shutil.copyfile(counter_of(held), counter_of(place))
    return place


def empty_store() -> Store:
    """A store of its own for a test, in memory, which holds nothing."""
    return copy_in_memory(_empty_store_file())


def copy_in_memory(path: Path) -> Store:
    """What the file of a store holds, in a store in memory."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"ATTACH '{path}' AS held (READ_ONLY)")
    connection.execute("COPY FROM DATABASE held TO memory")
    connection.execute("DETACH held")
    return Store(connection, None)


def _empty_store_file() -> Path:
    return made_once("empty.duckdb", lambda path: open_store(path, create=True).close())


def by(name: str = "a test") -> Actor:
    """Somebody at the machine."""
    return Actor(name, Role.LOCAL, Way.COMMAND_LINE)


def told(file: CheckedFile) -> list[Problem]:
    """What is said of the file, besides the columns that it does not have and that no test is about."""
    return [found for found in file.problems if not found.code.startswith("assumed.")]


def import_file(store: Store, file: CheckedFile, *, acknowledged: Sequence[str] = ()) -> Outcome:
    """What committing the checked file came to."""
    return commit(store, file, by(), acknowledged=acknowledged)


def imported(store: Store, content: bytes, as_of: date | None = PAPER_DAY, **said: object) -> int:
    """The number of the (last) upload that the file became, its warnings accepted; a file refused ends the test."""
    outcome = import_file(store, checked(content, as_of, **said), acknowledged=["all"])  # type: ignore[arg-type]
    assert outcome.upload_ids, [found.sentence for found in outcome.problems]
    return outcome.upload_ids[-1]


def problem_codes(store: Store, content: bytes, as_of: date | None = PAPER_DAY, **said: object) -> list[str]:
    """The codes of the errors that the file meets, in the file itself or against what is held."""
    return [found.code for found in import_file(store, checked(content, as_of, **said)).errors]  # type: ignore[arg-type]


def answer(
    store: Store,
    as_of: date | None = None,
    *,
    home: str = HOME,
    groups: PeerGroups = GROUPS,
    nation: tuple[str, ...] = NATION,
    basis: AverageBasis = AverageBasis.WITH_US,
) -> Comparison:
    """The comparison at a date (the latest when none is given)."""
    with store.snapshot() as snapshot:
        return compare(snapshot, Viewpoint(home, groups, nation), as_of=as_of, basis=basis)


def headlines(store: Store, day: date) -> dict[tuple[str, Kind], tuple[int, date, ExportType]]:
    """Figure, date and source of every force and kind at a date."""
    with store.snapshot() as snapshot:
        return {key: (held.open, held.as_of, held.source) for key, held in headlines_at(snapshot, day).items()}


def open_of(store: Store, kind: Kind = REC, force: str = HOME, day: date = TODAY) -> int | None:
    """One headline figure; None when it is not held."""
    found = headlines(store, day).get((force, kind))
    return found[0] if found else None


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, to prove that nothing changed."""
    with store.snapshot() as snapshot:
        cursor = snapshot._cursor
        tables = [row[0] for row in cursor.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {table: sorted(cursor.execute(f"FROM {table}").fetchall(), key=repr) for table in tables}
