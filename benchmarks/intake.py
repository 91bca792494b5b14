"""How long checking, previewing and committing an items export takes, beside DuckDB's own reader.

The baseline reads the same file with DuckDB's read_csv and inserts it into a table of a new file, in the same process.
"""

import csv
import io
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.histories import HOME, VIEWPOINT, commit_export
from benchmarks.plan import Plan
from benchmarks.timing import apart, medians
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.uploads.commit import rehearse

AS_OF = date(2023, 9, 4)
HEADINGS = ["Reference", "Force", "Type", "Report", "Published", "Level", "Status", "Due date", "Recommendation"]
MANY = 10_000  # rows from which on one run takes long enough to be sure of


def export(rows: int) -> bytes:
    """A national export of so many rows, as CSV."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    forces = national_directory().names
    for number in range(rows):
        force = forces[number % len(forces)]
        kind = ("Recommendation", "AFI")[number % 2]
        report = f"Thematic {number % 23}"
        level = f"Level {1 + number % 3}"
        words = f"Item {number} should be done, so that it is done. " * 5
        writer.writerow([f"R{number}", force, kind, report, "02/11/2022", level, "Open", "By January 2024", words])
    return text.getvalue().encode()


def check(content: bytes) -> CheckedFile:
    """The file, read and checked."""
    context = CheckContext(national_directory(), HOME, Settings().groups(), date.today())
    request = UploadRequest(as_of=AS_OF, covers_forces=("all",))
    checked = check_file(content, f"items-{AS_OF}.csv", request, context)
    assert not checked.errors, checked.errors[0].sentence
    return checked


def baseline(path: Path) -> None:
    """What DuckDB itself does with the file."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "base.duckdb")) as connection:
        connection.execute("CREATE TABLE held AS SELECT * FROM read_csv($path) LIMIT 0", {"path": str(path)})
        connection.execute("INSERT INTO held SELECT * FROM read_csv($path)", {"path": str(path)})


def imports(plan: Plan) -> dict[str, Any]:
    """Of each number of rows: median seconds of each step, and the memory that reading takes."""
    return {f"{rows:,} rows": _measured(rows, plan) for rows in plan.rows}


def _measured(rows: int, plan: Plan) -> dict[str, Any]:
    content = export(rows)
    with tempfile.TemporaryDirectory(dir=plan.folder) as place:
        folder = Path(place)
        path = folder / "items.csv"
        path.write_bytes(content)

        def fresh() -> Store:
            return open_store(folder / f"store-{time.perf_counter_ns()}.duckdb", create=True)

        held = fresh()
        checked = check(content)
        commit_export(held, checked)
        some = [fresh() for _ in range(plan.runs)]
        empty = fresh()
        does: dict[str, Callable[[], object]] = {
            "DuckDB: read_csv and insert": lambda: baseline(path),
            "Check the file": lambda: check(content),
            "Preview, nothing held": lambda: rehearse(empty, check(content), VIEWPOINT),
            "Preview, the same items held": lambda: rehearse(held, check(content), VIEWPOINT),
            "Commit of what was checked, nothing held": lambda: commit_export(some.pop(), checked),
            "Commit of what was checked, the same items held": lambda: commit_export(held, checked),
        }
        times = medians(list(does.values()), plan.runs if rows < MANY else min(plan.runs, 3))
        found = {
            "file_mb": len(content) / 1e6,
            "seconds": {name: one.wall for name, one in zip(does, times, strict=True)},
            "memory_mb": apart("read_file", path),
        }
        for store in (held, empty, *some):
            store.close()
    print(f"  {rows:,} rows: {found}", flush=True)
    return found
