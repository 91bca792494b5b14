"""The two sheets of a tracking workbook that are read: which columns each has, and what their cells may hold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import StepState
from jasc_data.intake.problems import CellFault
from jasc_data.intake.tracking_layout import (
    POSITION_FIELDS,
    POSITION_HEADINGS,
    POSITIONS_SHEET,
    STEP_FIELDS,
    STEP_HEADINGS,
    STEPS_SHEET,
    PositionKey,
    StepKey,
)
from jasc_data.intake.words import read_date

_STATES = {spelling_key(state.value): state for state in StepState}


@dataclass(frozen=True)
class SheetKind:
    """One of the sheets: its columns by field, which of them are read, and how."""

    name: str
    headings: Mapping[str, str]
    fields: Sequence[str]
    key_of: Callable[[str], StepKey | PositionKey | None]
    readers: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)

    def field_of(self, cell: str) -> str | None:
        """The field whose heading the cell is."""
        by_key = {spelling_key(heading): name for name, heading in self.headings.items()}
        return by_key.get(spelling_key(cell))


def _state(cell: str) -> StepState | None:
    if not cell.strip():
        return None
    found = _STATES.get(spelling_key(cell))
    if found is None:
        raise CellFault("tracking.state_unknown", states=", ".join(StepState))
    return found


def _due(cell: str) -> date | None:
    try:
        return read_date(cell) if cell.strip() else None
    except CellFault:
        raise CellFault("tracking.date") from None


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


STEPS = SheetKind(
    STEPS_SHEET,
    STEP_HEADINGS,
    STEP_FIELDS,
    StepKey.of,
    {"state": _state, "due_on": _due, "owner": _one_line},
)
POSITIONS = SheetKind(POSITIONS_SHEET, POSITION_HEADINGS, POSITION_FIELDS, PositionKey.of)
