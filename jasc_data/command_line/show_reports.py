"""``show reports``: a force's open items by inspection report, kind and grade."""

import argparse
from typing import Any

from jasc_data.answers.figures.item_sources import nothing_held
from jasc_data.answers.reports.answer import ReportCount, ReportLine, reports_of
from jasc_data.answers.reports.other_forces import Spread, spreads
from jasc_data.answers.reports.tables import progress_table, reports_table
from jasc_data.answers.reports.text import reports_sentences
from jasc_data.command_line.commands import Answer
from jasc_data.command_line.viewpoint import add_viewpoint, looking, viewpoint_of
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.tables.terminal_table import terminal_table


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_viewpoint(parser)


def show_reports(settings: Settings, given: argparse.Namespace) -> Answer:
    """The reports with open items, most first; a row per kind and grade within."""
    with looking(settings, given) as (snapshot, home, day):
        if day is None:
            return Answer({"force": home, "as_of": None, "rows": []}, nothing_held(home, None))
        reports = reports_of(snapshot, home, day)
        across = spreads(snapshot, viewpoint_of(settings, given).on(day))
    rows = [
        _row(line, count, across.get(line.report_id))
        for line in reports.with_open
        for count in line.counts
        if count.open
    ]
    data = {"force": home, "as_of": day.isoformat(), "rows": rows}
    said = reports_sentences(reports) if reports.held else (nothing_held(home, day),)
    tables = [line for spec in (reports_table, progress_table) for line in (*terminal_table(spec(reports)), "")]
    return Answer(data, "\n".join([*(tables if rows else []), *said]))


def _row(line: ReportLine, count: ReportCount, spread: Spread | None) -> dict[str, Any]:
    """forces_with_open_items counts every force held, this one included, that has an item of the report open.

    A report on one force is that force's alone; of items without a report nothing can be said, so it is null.
    """
    alone = None if line.report_id == 0 else 1
    return {
        "report": line.label,
        "published": line.published.isoformat() if line.published else None,
        "kind": count.kind.value,
        "grade": None if count.grade is Grade.NOT_GRADED else int(count.grade),
        "open": count.open,
        "overdue": count.overdue,
        "awaiting_sign_off": count.awaiting_sign_off,
        "forces_with_open_items": spread.with_open if spread else alone,
    }
