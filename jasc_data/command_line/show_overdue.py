"""``show overdue``: a force's open items that are past HMICFRS's deadline."""

import argparse
from typing import Any

from jasc_data.answers.figures.item_sources import nothing_held
from jasc_data.answers.register.answer import RegisterItem, register_of
from jasc_data.answers.register.tables import overdue_table
from jasc_data.answers.register.text import late_details
from jasc_data.command_line.commands import Answer
from jasc_data.command_line.viewpoint import add_viewpoint, looking
from jasc_data.domain.settings import Settings
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.wording.numbers import counted, long_date

_COLUMNS = "reference kind report deadline days reason".split()  # DESIGN.md, section 5


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_viewpoint(parser)


def show_overdue(settings: Settings, given: argparse.Namespace) -> Answer:
    """The overdue items, longest first. Own target dates never make an item overdue (rule 16)."""
    with looking(settings, given) as (snapshot, home, day):
        if day is None:
            return Answer({"force": home, "as_of": None, "rows": []}, nothing_held(home, None))
        register = register_of(snapshot, home, day)
    late = [(days, item) for item in register.open if (days := item.days_overdue(day)) is not None]
    late.sort(key=lambda pair: -pair[0])  # of the same day, the register's order stays
    rows = [_row(item, days, register.report_labels[item.report_id]) for days, item in late]
    data = {"force": home, "as_of": day.isoformat(), "rows": rows}
    if not register.items and not register.held:
        return Answer(data, nothing_held(home, day))
    verb = "is" if len(rows) == 1 else "are"
    ending = f"{len(rows):,} of {counted(len(register.open), 'open item')} of {home} {verb} past the HMICFRS deadline"
    details = f": {late_details([item for _, item in late])}" if late else ""
    told = f"{ending} on {long_date(day)}{details}."
    return Answer(data, "\n".join([*terminal_table(overdue_table(register, [item for _, item in late])), told]))


def _row(item: RegisterItem, days: int, report: str) -> dict[str, Any]:
    return {
        "reference": item.name,
        "kind": item.kind.value,
        "report": report,
        "deadline": item.deadline_on.isoformat() if item.deadline_on else None,
        "days": days,
        "reason": item.overdue_reason,
    }
