"""How long each page's script runs with ten years of exports held, against the same page with a single export held.

Run: python benchmarks/pages.py [years]      (default 10; building that store takes some minutes)

The least is the last home items export and the last national positions (for Changes, the last two home exports): what
the pages say of the present is the same, so only the history differs. "visit" is the first visit of anybody after a
commit, when the Upload page that committed has found what the pages show first; "asked anew" the same with nothing
found ahead, as after a restart. Medians of several runs.
"""

import csv
import gc
import io
import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

from streamlit.testing.v1 import AppTest

sys.path.insert(0, str(Path(__file__).parent.parent))

from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.uploads.commit import ALL_CODES, commit
from pages._shared.session import opened_store

PROJECT = Path(__file__).parent.parent
HOME = "West Mercia"
LAST = date(2026, 11, 16)
RUNS = 7
LIMIT = 1.5  # times its own time with a single export held; what takes longer is marked with !
NEEDS_TWO = ("Changes",)  # with a single export it has nothing to show
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "Position": ("pages/figures/position.py", {}),
    "Comparison": ("pages/figures/comparison.py", {}),
    "Comparison, one kind": ("pages/figures/comparison.py", {"kind": "Recommendations"}),
    "Grades": ("pages/breakdowns/grades.py", {}),
    "Causes of concern": ("pages/breakdowns/causes.py", {}),
    "Reports": ("pages/breakdowns/reports.py", {}),
    "Reports, one of them": ("pages/breakdowns/reports.py", {"report": "Thematic 29"}),
    "Register": ("pages/breakdowns/register.py", {}),
    "Item": ("pages/breakdowns/item.py", {"item": "R734"}),
    "Deadlines": ("pages/breakdowns/deadlines.py", {}),
    "Trend": ("pages/time/trend.py", {}),
    "Changes": ("pages/time/changes.py", {}),
    "Path to target": ("pages/time/target.py", {}),
    "About": ("pages/about/about.py", {}),
}
HEADINGS = "Reference,Type,Report,Published,Level,Status,Lead,Due date,Target date,Recommendation".split(",")


@dataclass(frozen=True)
class Life:
    """One item: when it opens and closes, and what every export says of it."""

    reference: str
    kind: str
    report: int
    opened: date
    closed: date
    level: int
    lead: str


def lives(years: int) -> Iterator[Life]:
    """Some 75 items a year, of three new reports a year, each open for half a year to three years."""
    chance = Random("lives")
    for number in range(75 * (years + 3)):
        report = number // 25
        opened = LAST - timedelta(days=365 * years + 900) + timedelta(days=122 * report)
        kind = "Cause of concern" if number % 25 == 0 else "AFI" if number % 4 == 0 else "Recommendation"
        closed = opened + timedelta(days=chance.randint(180, 1100))
        yield Life(f"R{number}", kind, report, opened, closed, 2 + number % 2, f"Lead {number % 9}")


def home_items(every: list[Life], day: date) -> bytes:
    """The home force's export of that date: what is open then, target dates put off every half year."""
    rows = [
        [
            life.reference,
            life.kind,
            f"Thematic {life.report}",
            life.opened.isoformat(),
            "" if life.kind.startswith("Cause") else f"Level {life.level}",
            "Awaiting sign-off" if (life.closed - day).days < 60 else "In progress",
            life.lead,
            (life.opened + timedelta(days=400)).isoformat(),
            (life.opened + timedelta(days=183 * (1 + (day - life.opened).days // 183))).isoformat(),
            f"The force should do what {life.reference} asks for, and show the difference that it has made.",
        ]
        for life in every
        if life.opened <= day < life.closed
    ]
    return csv_bytes([HEADINGS, *rows])


def national_positions(day: date) -> bytes:
    """All 43 forces and the national average by kind and grade."""
    chance = Random(f"positions {day}")
    rows: list[list[object]] = [["force", "kind", "open", "grade"]]
    for force in national_directory().names:
        rows.append([force, "CoC", chance.randint(0, 9), ""])
        for kind in ("Rec", "AFI"):
            levels = {grade: chance.randint(0, 60) for grade in ("1", "2", "3", "4", "not graded")}
            rows += [[force, kind, count, grade] for grade, count in levels.items()]
            rows.append([force, kind, sum(levels.values()), ""])
    rows += [["National average", kind, figure, ""] for kind, figure in (("CoC", 4), ("Rec", 129), ("AFI", 27.8))]
    return csv_bytes(rows)


def csv_bytes(rows: list[list[str]] | list[list[object]]) -> bytes:
    """The rows as a CSV file in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def import_export(store: Store, content: bytes, day: date, name: str) -> None:
    """Commits one export as a person would, its warnings acknowledged."""
    context = CheckContext(national_directory(), HOME, Settings().groups(), date.today())
    checked = check_file(content, f"{name}-{day}.csv", UploadRequest(as_of=day), context)
    outcome = commit(store, checked, at_the_machine(Way.COMMAND_LINE), acknowledged=[ALL_CODES])
    assert outcome.upload_ids, outcome.problems[0].sentence


def build(path: Path, years: int, weeks: int) -> Path:
    """A store with home items of the last so many weeks and national positions of each quarter in them."""
    every = list(lives(years))
    store = open_store(path, create=True)
    start = time.perf_counter()
    for week in range(weeks - 1, -1, -1):
        day = LAST - timedelta(weeks=week)
        if week % 13 == 0:
            import_export(store, national_positions(day), day, "positions")
        import_export(store, home_items(every, day), day, "items")
    store.close()
    print(f"built {path.name} in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:.1f} MB")
    return path


class Visitor:
    """One browser tab on one page, on the dashboard with that store."""

    def __init__(self, path: Path, page: str, choices: dict[str, str]):
        self.path = path
        os.environ["JASC_STORE"] = str(path)
        self.app = AppTest.from_file(PROJECT / "app.py", default_timeout=300).run()
        self.app.query_params.update(choices)
        self.app.switch_page(page).run()
        assert choices.items() <= self.app.query_params.items(), f"{path.name} does not hold {choices}"

    def raise_version(self) -> None:
        """What a commit does to the answers kept: none of them counts any more."""
        os.environ["JASC_STORE"] = str(self.path)
        with opened_store(self.path).writing(keep=True) as snapshot:
            snapshot.raise_version()

    def run(self) -> float:
        """Runs the page's script; the seconds that it takes."""
        os.environ["JASC_STORE"] = str(self.path)
        gc.collect()
        start = time.perf_counter()
        self.app.run()
        taken = time.perf_counter() - start
        assert not self.app.exception, self.app.exception[0].value
        assert not self.app.error, self.app.error[0].value
        return taken


class Dashboard:
    """Two tabs on one store: the page that is measured, and the Upload page."""

    def __init__(self, path: Path, page: str, choices: dict[str, str]):
        self.upload = Visitor(path, "pages/exports/upload.py", {})
        self.page = Visitor(path, page, choices)

    def seconds(self, *, found_ahead: bool) -> float:
        """How long the page's first run after a commit takes."""
        self.upload.raise_version()
        if found_ahead:
            self.upload.run()
        return self.page.run()


def measured(least: Path, many: Path, page: str, choices: dict[str, str]) -> list[tuple[float, float]]:
    """The median seconds asked anew and of a visit, each with the least held and with years of exports.

    The two stores are visited in turns, so that whatever else the machine does falls on both.
    """
    dashboards = [Dashboard(path, page, choices) for path in (least, many)]
    found = []
    for ahead in (False, True):
        rounds = [[dashboard.seconds(found_ahead=ahead) for dashboard in dashboards] for _ in range(RUNS)]
        one, ten = (median(taken) for taken in zip(*rounds, strict=True))
        found.append((one, ten))
    return found


def main(years: int) -> None:
    """Prints a table: each page's seconds with the least held and with years of exports, and their ratios."""
    kept = os.environ.get("JASC_BENCHMARK_STORES")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(kept or temporary)
        weeks = {f"{years}-years-{name}": count for name, count in {"one": 1, "two": 2, "all": 52 * years}.items()}
        paths = {name: folder / f"{name}.duckdb" for name in weeks}
        for name, path in paths.items():
            if not path.exists():
                build(path, years, weeks[name])
        print(f"\n{'page':22}{'asked anew':>12}{years:>4} years   ratio{'visit':>14}{years:>4} years   ratio")
        for name, (page, choices) in PAGES.items():
            least = paths[f"{years}-years-{'two' if name in NEEDS_TWO else 'one'}"]
            cells = [
                f"{one:10.3f} s {ten:8.3f} s {ten / one:6.2f} {' ' if ten <= LIMIT * one else '!'}"
                for one, ten in measured(least, paths[f"{years}-years-all"], page, choices)
            ]
            print(f"{name:22}{''.join(cells)}")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
