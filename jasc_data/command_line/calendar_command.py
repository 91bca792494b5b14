"""``calendar FILE.ics``: what is due when, as a file that a calendar reads."""

import argparse
import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from jasc_data.answers.activity.answer import activity_held
from jasc_data.answers.agenda.answer import agenda
from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.replies.answer import replies_to
from jasc_data.answers.reports.answer import reports_of
from jasc_data.command_line.commands import Answer
from jasc_data.command_line.viewpoint import add_viewpoint, looking
from jasc_data.command_line.written_file import write_file
from jasc_data.documents.calendar_file import calendar_ics
from jasc_data.domain.settings import Settings
from jasc_data.drawing.chart import Provenance
from jasc_data.editorial.meetings import meetings_held
from jasc_data.wording.numbers import counted, long_date


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", type=Path, metavar="FILE.ics")
    add_viewpoint(parser)


def write_calendar(settings: Settings, given: argparse.Namespace) -> Answer:
    """Writes the file. Deadlines and replies that are past and still open are in it, on their days."""
    with looking(settings, given) as (snapshot, home, day):
        shown = day or date.today()
        register, reports = register_of(snapshot, home, shown), reports_of(snapshot, home, shown)
        looked_at = given.as_of or date.today()
        replies, activity = replies_to(snapshot, reports, looked_at), activity_held(snapshot, home, looked_at)
        events = agenda(register, replies, activity, [held.meeting_on for held in meetings_held(snapshot)])
    provenance = Provenance(short_item_source(register.sources), settings.marking)
    content = calendar_ics(home, events, provenance, datetime.now(UTC))
    write_file(given.file, content, "calendar")
    data = {
        "file": given.file.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "force": home,
        "as_of": day.isoformat() if day else None,
        "events": len(events),
    }
    when = f" as of {long_date(day)}" if day else ""
    return Answer(data, f"Wrote {given.file.name}: {counted(len(events), 'event')} of {home}{when}.")
