"""The register as a file that leaves the dashboard: CSV whose every cell is safe for spreadsheets."""

from collections.abc import Iterable
from datetime import date

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.text import basis_words, item_age, item_standing_words
from jasc_data.documents.tables import csv_file
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance, file_name_part
from jasc_data.wording.numbers import long_date


def register_csv(
    register: Register, items: Iterable[RegisterItem], chosen: str, provenance: Provenance, *, with_leads: bool
) -> bytes:
    """The items with what they are above: whose, as of when, from where, marked how, chosen how.

    with_leads: leads can be people's names, so they leave the dashboard only when asked for (rule 20).
    """
    rows = [_row(item, register.as_of, with_leads=with_leads) for item in items]
    above = (f"Register of {register.home}, as of {long_date(register.as_of)}", chosen, *provenance.lines)
    return csv_file(above, list(rows[0]) if rows else [], [list(row.values()) for row in rows])


def file_name(register: Register) -> str:
    """A telling name with the force and the date."""
    return f"{file_name_part(register.home)}-register-{register.as_of}.csv"


def _row(item: RegisterItem, day: date, *, with_leads: bool) -> dict[str, str]:
    days = item.days_overdue(day)
    lead = {"Lead": item.lead or ""} if with_leads else {}
    return {
        "Reference": item.reference or "",
        "Number": item.number or "",
        "Kind": item.kind.singular,
        "Report": item.report,
        "Published": _day(item.published),
        "Published again": _day(item.published_now) if item.published_now != item.published else "",
        "Text": item.text or "",
        "Addressed to": item.addressee or "",
        "Grade": "" if item.kind is Kind.CAUSE_OF_CONCERN else item.grade.value,  # none by their nature
        "Status": item_standing_words(item),
        **lead,
        "HMICFRS deadline": _day(item.deadline_on),
        "Deadline is": basis_words(item),
        "Deadline as written": item.deadline or "",
        "Days past the deadline": "" if days is None else str(days),
        "Reason when overdue": item.overdue_reason or "",
        "Own target date": _day(item.target_date),
        "First target date": _day(item.first_target),
        "Target revisions": str(item.revisions),
        "Steps to green": item.steps_to_green or "",
        "Cause of concern": item.cause_of_concern or "",
        "Age": item_age(item, day),
        "Held since": _day(item.first_held_on),
        "As of": _day(item.decided_on),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
