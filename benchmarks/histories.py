"""Made histories of exports, for what is measured: the home force's weeks, and those of all 43 forces.

(a) "home": weekly items of the home force, with national positions each quarter. (b) "national": weekly items of every
force, some 7,000 rows a week. What a history says of its last day is the same however long it is, so that pages of a
long one can be laid beside those of one export.
"""

import csv
import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, CheckedFile, check_file
from jasc_data.intake.uploads import UploadRequest
from jasc_data.store.connection import Store, open_store
from jasc_data.uploads.commit import ALL_CODES, commit

HOME = "West Mercia"
LAST = date(2026, 11, 16)
WEEKS_A_YEAR = 52
WEEKS_A_QUARTER = 13
LONGEST = 10  # years
A_YEAR = {"home": 75, "national": 93}  # items of one force
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
    """One export, read and checked as an upload is."""
    context = CheckContext(national_directory(), HOME, Settings().groups(), date.today())
    return check_file(content, f"{name}-{day}.csv", UploadRequest(as_of=day, covers_forces=("all",)), context)


def import_export(store: Store, content: bytes, day: date, name: str) -> None:
    """Commits one export as a person would, its warnings acknowledged."""
    checked = checked_export(content, day, name)
    outcome = commit(store, checked, at_the_machine(Way.COMMAND_LINE), acknowledged=[ALL_CODES])
    assert outcome.upload_ids, outcome.problems[0].sentence


ITEMS: dict[str, Callable[[date], bytes]] = {"home": home_items, "national": national_items}


def build(path: Path, history: str, weeks: int) -> Path:
    """A store with the last so many weeks of a history; made once, if the file is not there yet."""
    if path.exists():
        return path
    started = time.perf_counter()
    unfinished = path.with_suffix(".unfinished.duckdb")
    store = open_store(unfinished, create=True)
    for week in range(weeks - 1, -1, -1):
        day = LAST - timedelta(weeks=week)
        if history == "home" and week % WEEKS_A_QUARTER == 0:
            import_export(store, national_positions(day), day, "positions")
        import_export(store, ITEMS[history](day), day, "items")
    store.close()
    unfinished.rename(path)
    print(f"built {path.name} in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.1f} MB", flush=True)
    return path
