"""The two sheets of a tracking workbook that are read: which columns each has, and what their cells may hold."""

from collections.abc import Callable
from dataclasses import dataclass

from jasc_data.domain.vocabulary import StepState
from jasc_data.intake.given_out import GivenOut, day_or_blank, word_of
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

_STATE = word_of(StepState, "tracking.state_unknown")


@dataclass(frozen=True)
class SheetKind:
    """One of the sheets, and how the keys of its rows are read."""

    sheet: GivenOut
    key_of: Callable[[str], StepKey | PositionKey | None]

    @property
    def name(self) -> str:
        """The sheet's."""
        return self.sheet.name


def _state_or_blank(cell: str) -> StepState | None:
    return _STATE(cell) if cell.strip() else None


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


STEPS = SheetKind(
    GivenOut(
        "tracking",
        STEP_HEADINGS,
        STEP_FIELDS,
        {
            "step": str.strip,
            "state": _state_or_blank,
            "owner": _one_line,
            "due_on": day_or_blank("tracking.date"),
            "evidence": str.strip,
        },
        STEPS_SHEET,
    ),
    StepKey.of,
)
POSITIONS = SheetKind(
    GivenOut(
        "tracking", POSITION_HEADINGS, POSITION_FIELDS, dict.fromkeys(POSITION_FIELDS, str.strip), POSITIONS_SHEET
    ),
    PositionKey.of,
)
