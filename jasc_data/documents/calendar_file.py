"""The agenda as a calendar file (.ics): a whole-day event each, which a calendar replaces when it reads it again."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from jasc_data.answers.agenda.answer import Event
from jasc_data.drawing.chart import Provenance, file_name_part
from jasc_data.wording.outside_text import isolated

_PRODUCT = "-//JASC inspection dashboard//calendar//EN"


def calendar_ics(home: str, events: Iterable[Event], provenance: Provenance, made_at: datetime) -> bytes:
    """The events. Each carries where it comes from, the marking, and that it is invented where it is.

    made_at: in UTC. Leads are in no event, so that none leaves the dashboard (rule 20).
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " ".join((f"{home}: HMICFRS", *_loud(provenance))))
    for event in events:
        calendar.add_component(_entry(home, event, provenance, made_at))
    written: bytes = calendar.to_ical()
    return written


def calendar_name(home: str) -> str:
    """A telling name with the force."""
    return f"{file_name_part(home)}-hmicfrs.ics"


def _entry(home: str, event: Event, provenance: Provenance, made_at: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.key}.{file_name_part(home)}@jasc-dashboard")
    entry.add("dtstamp", made_at.replace(tzinfo=UTC))
    entry.add("dtstart", event.first)
    entry.add("dtend", event.last + timedelta(days=1))  # the day after, as the format has it
    entry.add("summary", " ".join((*_loud(provenance), isolated(f"{event.matter}: {event.what}"))))
    entry.add("description", "\n".join(line for line in (isolated(event.details), *provenance.lines) if line))
    entry.add("transp", "TRANSPARENT")  # nobody is busy all day for a deadline
    return entry


def _loud(provenance: Provenance) -> tuple[str, ...]:
    """What must be seen before anything else: the marking, and that it is invented."""
    return tuple(f"[{word}]" for word in (provenance.marking, "INVENTED" if provenance.invented else "") if word)
