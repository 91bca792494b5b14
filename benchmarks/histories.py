"""Made histories of exports, for what is measured: the home force's weeks, and those of all 43 forces.

(a) "home": weekly items of the home force, with national positions each quarter. (b) "national": weekly items of every
force, some 7,000 rows a week. What a history says of its last day is the same however long it is, so that pages of a
long one can be laid beside those of one export.
"""

import csv
import io
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.uploads.commit import ALL_CODES, commit

HOME = "West Mercia"
LAST = date(2026, 11, 16)
WEEKS_A_QUARTER = 13
LONGEST = 10  # years
A_YEAR = {"home": 75, "national": 93}  # items of one force
VIEWPOINT = Viewpoint(HOME, Settings().groups(), national_directory().names)
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


@cache
def lives(force: str, a_year: int) -> list[Life]:
    """So many items a year, 25 of each new report, each open for half a year to three years."""
    return list(_lives(force, a_year))


def _lives(force: str, a_year: int) -> Iterator[Life]:
    chance = Random(f"lives {force}")
    days_a_report = 365 * 25 // a_year
    for number in range(a_year * (LONGEST + 3)):
        report = number // 25
        opened = LAST - timedelta(days=365 * LONGEST + 900) + timedelta(days=days_a_report * report)
        kind = "Cause of concern" if number % 25 == 0 else "AFI" if number % 4 == 0 else "Recommendation"
        closed = opened + timedelta(days=chance.randint(180, 1100))
        yield Life(f"R{number}", kind, report, opened, closed, 2 + number % 2, f"Lead {number % 9}")


def rows_of(force: str, a_year: int, day: date) -> list[list[str]]:
    """A force's rows of that date: what is open then, target dates put off every half year."""
    return [
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
        for life in lives(force, a_year)
        if life.opened <= day < life.closed
    ]


def home_items(day: date) -> bytes:
    """The home force's export of that date."""
    return csv_bytes([HEADINGS, *rows_of(HOME, A_YEAR["home"], day)])


def national_items(day: date) -> bytes:
    """The export of all 43 forces of that date."""
    rows = [[force, *row] for force in national_directory().names for row in rows_of(force, A_YEAR["national"], day)]
    return csv_bytes([["Force", *HEADINGS], *rows])


def national_positions(day: date) -> bytes:
    """All 43 forces and the national average by kind and grade."""
    chance = Random(f"positions {day}")
    rows: list[list[str]] = [["force", "kind", "open", "grade"]]
    for force in national_directory().names:
        rows.append([force, "CoC", str(chance.randint(0, 9)), ""])
        for kind in ("Rec", "AFI"):
            levels = {grade: chance.randint(0, 60) for grade in ("1", "2", "3", "4", "not graded")}
            rows += [[force, kind, str(count), grade] for grade, count in levels.items()]
            rows.append([force, kind, str(sum(levels.values())), ""])
    rows += [["National average", kind, figure, ""] for kind, figure in (("CoC", "4"), ("Rec", "129"), ("AFI", "27.8"))]
    return csv_bytes(rows)


def csv_bytes(rows: list[list[str]]) -> bytes:
    """The rows as a CSV file in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def checked_export(content: bytes, day: date, name: str) -> CheckedFile:
    """One export, read and checked as an upload is; that of a day to come, as on that day."""
    context = CheckContext(national_directory(), HOME, Settings().groups(), max(date.today(), day))
    return check_file(content, f"{name}-{day}.csv", UploadRequest(as_of=day, covers_forces=("all",)), context)


def commit_export(store: Store, checked: CheckedFile) -> None:
    """Commits one export as a person would, its warnings acknowledged."""
    outcome = commit(store, checked, at_the_machine(Way.COMMAND_LINE), acknowledged=[ALL_CODES])
    assert outcome.upload_ids, [problem.sentence for problem in outcome.problems]


def day_of(week: int) -> date:
    """The date of the export so many weeks before the last one."""
    return LAST - timedelta(weeks=week)


def exports(history: str, week: int) -> dict[str, bytes]:
    """What a history has of that week, so many before the last: each file under its name, in the order of import."""
    day = day_of(week)
    if history == "national":
        return {"items": national_items(day)}
    quarterly = {"positions": national_positions(day)} if week % WEEKS_A_QUARTER == 0 else {}
    return {**quarterly, "items": home_items(day)}


def oldest_open(history: str) -> Life:
    """The home force's item that has been open longest on the last date, whatever is held."""
    known = [life for life in lives(HOME, A_YEAR[history]) if life.opened <= LAST < life.closed]
    return min(known, key=lambda life: life.opened)


def build(path: Path, history: str, weeks: int) -> Path:
    """Makes a store with the last so many weeks of a history, through the product's own commits."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        unfinished = Path(folder) / path.name
        store = open_store(unfinished, create=True)
        for week in range(weeks - 1, -1, -1):
            for name, content in exports(history, week).items():
                commit_export(store, checked_export(content, day_of(week), name))
        store.close()
        unfinished.rename(path)
    print(f"  built {path.name} in {time.perf_counter() - started:.0f} s, {megabytes(path):.1f} MB", flush=True)
    return path


def megabytes(path: Path) -> float:
    """The size of a file in MB."""
    return path.stat().st_size / 1e6
