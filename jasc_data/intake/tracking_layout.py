"""What a tracking workbook looks like: its sheets and columns, and the keys by which its rows are known again.

A key names what its row is about, the versions that were given out, and two checks: of the item or report itself, so
that a row of another store or force is never taken for one held here, and of the row's protected cells.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

STEPS_SHEET, POSITIONS_SHEET = "Steps to green", "Current position"
READ_ME_SHEET, ASKED_SHEET = "Read me first", "What is asked"
DAY_LABEL = "This tells the position on (day):"
KEY = "key"
STEP_HEADINGS = {
    KEY: "Tracking key",
    "item": "Item",
    "kind": "Kind and level",
    "report": "Report",
    "asked": "What it asks",
    "deadline": "HMICFRS deadline",
    "standing": "The export says",
    "step": "Step",
    "state": "State",
    "owner": "Owner",
    "due_on": "Due",
    "evidence": "Evidence (where to find it)",
}
STEP_FIELDS = ("step", "state", "owner", "due_on", "evidence")
POSITION_HEADINGS = {
    KEY: "Tracking key",
    "about": "About",
    "report": "Report",
    "asked": "What it asks",
    "desk": "Position, for the desk only",
    "committee": "Position, for the committee",
}
POSITION_FIELDS = ("desk", "committee")
LONGEST_CELL = 32_767  # characters; of a longer text a workbook holds the beginning

_MADE = re.compile(r"JASC tracking 1; made (\d{4}-\d\d-\d\d); log entry (\d{1,9}); (\d{1,7}) rows")
_STEP_KEY = re.compile(r"S(\d{1,9})-(\d{1,9})-(\d{1,9})-([0-9a-f]{8})-([0-9a-f]{8})")
_POSITION_KEY = re.compile(r"P([ir])(\d{1,9})-(\d{1,9})-(\d{1,9})-([0-9a-f]{8})-([0-9a-f]{8})")


@dataclass(frozen=True)
class Made:
    """When a workbook was given out, at which entry of the uploads' log, and how many rows its two sheets had."""

    day: date
    entry: int
    rows: int

    def __str__(self) -> str:
        return f"JASC tracking 1; made {self.day.isoformat()}; log entry {self.entry}; {self.rows} rows"

    @classmethod
    def of(cls, text: str) -> "Made | None":
        """What such a line says; None for any other."""
        found = _MADE.fullmatch(text.strip())
        try:
            return cls(date.fromisoformat(found[1]), int(found[2]), int(found[3])) if found else None
        except ValueError:
            return None


@dataclass(frozen=True)
class StepKey:
    """A row about a step of an item. step_id, action_id: 0 for a row in which a new step can be written."""

    item_id: int
    step_id: int
    action_id: int
    told_by: str
    given: str

    def __str__(self) -> str:
        return f"S{self.item_id}-{self.step_id}-{self.action_id}-{self.told_by}-{self.given}"

    @classmethod
    def of(cls, text: str) -> "StepKey | None":
        """The key that is written so; None for any other text."""
        found = _STEP_KEY.fullmatch(text.strip())
        return cls(int(found[1]), int(found[2]), int(found[3]), found[4], found[5]) if found else None


@dataclass(frozen=True)
class PositionKey:
    """A row about the position of an item or of a report (is_report). desk, committee: the versions given out, or 0."""

    is_report: bool
    subject_id: int
    desk: int
    committee: int
    told_by: str
    given: str

    def __str__(self) -> str:
        kind = "r" if self.is_report else "i"
        return f"P{kind}{self.subject_id}-{self.desk}-{self.committee}-{self.told_by}-{self.given}"

    @classmethod
    def of(cls, text: str) -> "PositionKey | None":
        """The key that is written so; None for any other text."""
        found = _POSITION_KEY.fullmatch(text.strip())
        if not found:
            return None
        return cls(found[1] == "r", int(found[2]), int(found[3]), int(found[4]), found[5], found[6])


def check_of(*parts: str) -> str:
    """A short check of texts, blank space aside: other texts have another."""
    return hashlib.sha256("\x1f".join(" ".join(part.split()) for part in parts).encode()).hexdigest()[:8]


def cell_text(text: str) -> str:
    """A text as a cell of a workbook holds it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST_CELL]


def says_the_same(cell: str, text: str) -> bool:
    """True when a cell says what was written into it, its blank space at the ends and its line ends aside."""
    return cell_text(cell).strip() == cell_text(text).strip()


def protected(headings: Iterable[str], fields: Iterable[str]) -> tuple[str, ...]:
    """The fields that stand in a row only to be read, of all its headings' fields."""
    editable = {KEY, *fields}
    return tuple(field for field in headings if field not in editable)
