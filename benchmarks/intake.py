"""How long checking, previewing and committing an items export takes, as ratios to DuckDB's own reader.

Run: python benchmarks/intake.py [rows ...]      (default 7000 100000)
The baseline reads the same file with DuckDB's read_csv and inserts it into a table, in the same process.
"""

import csv
import io
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

sys.path.insert(0, str(Path(__file__).parent.parent))

from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.uploads.commit import commit, rehearse

RUNS = 5
HEADINGS = ["Reference", "Force", "Type", "Report", "Published", "Level", "Status", "Due date", "Recommendation"]


def export(rows: int) -> bytes:
    """A national export of about that many rows, as CSV."""
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


def timed(act: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of the act in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return median(times)


def measure(rows: int, folder: Path) -> None:
    """Prints a table of the steps for an export of that many rows."""
    content = export(rows)
    path = folder / f"{rows}.csv"
    path.write_bytes(content)
    context = CheckContext(national_directory(), "West Mercia", Settings().groups(), date.today())
    request = UploadRequest(as_of=date(2023, 9, 4), covers_forces=("all",))
    runs = RUNS if rows <= 10_000 else 1

    def baseline() -> None:
        with duckdb.connect(str(folder / f"base-{time.perf_counter_ns()}.duckdb")) as connection:
            connection.execute(f"CREATE TABLE held AS SELECT * FROM read_csv('{path}')")

    def check() -> CheckedFile:
        return check_file(content, path.name, request, context)

    def fresh() -> Store:
        return open_store(folder / f"store-{time.perf_counter_ns()}.duckdb", create=True)

    checked = check()
    assert not checked.errors, checked.errors[0].sentence
    base = timed(baseline, runs)
    held = fresh()
    commit(held, checked, at_the_machine(Way.COMMAND_LINE))
    figures = {
        "read_csv + insert (baseline)": base,
        "check the file": timed(check, runs),
        "preview against an empty store": timed(lambda: rehearse(fresh(), checked), runs),
        "preview against the same items held": timed(lambda: rehearse(held, checked), runs),
        "commit into an empty store": timed(lambda: commit(fresh(), checked, at_the_machine(Way.COMMAND_LINE)), runs),
        "commit over the same items held": timed(lambda: commit(held, checked, at_the_machine(Way.COMMAND_LINE)), runs),
    }
    print(f"\n{rows:,} rows, {len(content) / 1e6:.1f} MB, median of {runs}")
    for step, seconds in figures.items():
        print(f"  {step:38} {seconds:7.3f} s   {seconds / base:6.1f} x baseline")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for size in [int(argument) for argument in sys.argv[1:]] or [7_000, 100_000]:
            measure(size, Path(place))
