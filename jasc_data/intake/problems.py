"""A fault in the user's file: where it is, what is wrong, how to mend it. Codes and wording stand apart.

Errors block a file, warnings must be acknowledged, notices only tell.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from jasc_data.domain.normalise import visible
from jasc_data.intake.wording import WORDING
from jasc_data.wording.numbers import sentence_case

_LONGEST_VALUE_SHOWN = 80
_OPTION = re.compile(r" \(--[^)]*\)")


class Severity(StrEnum):
    """What a problem does to the upload."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Problem:
    """One fault. Rows are numbered as the spreadsheet shows them, columns carry the spreadsheet's letters."""

    code: str
    severity: Severity
    row_number: int | None
    column_letter: str | None
    heading: str | None
    value: str | None
    message: str
    fix: str
    other: str | None = None  # what the value is held against, where there is such a thing

    @property
    def place(self) -> str:
        """``Row 5, column C (Force)``, as far as it is known; blank for the file as a whole."""
        parts = []
        if self.row_number:
            parts.append(f"row {self.row_number}")
        if self.column_letter:
            parts.append(f"column {self.column_letter}" + (f" ({self.heading})" if self.heading else ""))
        return ", ".join(parts).capitalize() if not self.column_letter else sentence_case(", ".join(parts))

    @property
    def fix_on_page(self) -> str:
        """What to do, without the command line's options."""
        return _OPTION.sub("", self.fix)

    @property
    def sentence(self) -> str:
        """Where, what is wrong and what to do, as a person would say it."""
        return f"{self.place}: {self.message} {self.fix}" if self.place else f"{self.message} {self.fix}"


class CellFault(ValueError):
    """Raised by a reader of one cell; becomes a Problem where the row and column are known."""

    def __init__(self, code: str, **details: object):
        super().__init__(code)
        self.code = code
        self.details = details


def problem(
    code: str,
    *,
    row_number: int | None = None,
    column_letter: str | None = None,
    heading: str | None = None,
    value: str | None = None,
    **details: object,
) -> Problem:
    """The problem of that code in words. ``details`` fill the wording's places."""
    wording = WORDING[code]
    shown = shortened(value) if value is not None else ""
    words = {"value": shown, "row": row_number, "column": column_letter, "heading": heading or "", **details}
    return Problem(
        code=code,
        severity=Severity(wording.severity),
        row_number=row_number,
        column_letter=column_letter,
        heading=heading,
        value=value,
        message=wording.message.format(**words),
        fix=wording.fix.format(**words),
        other=str(details["other"]) if "other" in details else None,
    )


def shortened(value: str) -> str:
    """The value as it is quoted in a sentence: on one line, cut when very long."""
    line = visible(value)
    return line if len(line) <= _LONGEST_VALUE_SHOWN else line[: _LONGEST_VALUE_SHOWN - 1] + "…"
