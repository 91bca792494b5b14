"""The register as a file that leaves the dashboard: CSV whose every cell is safe for spreadsheets."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from jasc_data.analysis.register import Register, RegisterItem
from jasc_data.analysis.register_words import item_age, standing_words
from jasc_data.charts.chart import Provenance
from jasc_data.documents.cells import safe
from jasc_data.figures import long_date

_BOM = b"\xef\xbb\xbf"  # or a spreadsheet takes the file for Windows-1252


def register_csv(
    register: Register, items: Iterable[RegisterItem], chosen: str, provenance: Provenance, *, with_leads: bool
) -> bytes:
    """The items with what they are above: whose, as of when, from where, marked how, chosen how.

    with_leads: leads can be people's names, so they leave the dashboard only when asked for (rule 20).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for line in (f"Register of {register.home}, as of {long_date(register.as_of)}", chosen, *provenance.lines):
        writer.writerow([safe(line)])
    writer.writerow([])
    rows = [_row(item, register.as_of, with_leads=with_leads) for item in items]
    if rows:
        writer.writerow([safe(heading) for heading in rows[0]])
    writer.writerows([safe(" ".join(cell.split())) for cell in row.values()] for row in rows)
    return _BOM + text.getvalue().encode()


def file_name(register: Register) -> str:
    """A telling name with the force and the date."""
    home = register.home.lower().replace(" ", "-").replace("&", "and")
    return f"{home}-register-{register.as_of}.csv"


def _row(item: RegisterItem, day: date, *, with_leads: bool) -> dict[str, str]:
    days = item.days_overdue(day)
    lead = {"Lead": item.lead or ""} if with_leads else {}
    return {
        "Reference": item.reference or "",
        "Number": item.number or "",
        "Kind": item.kind.singular,
        "Report": item.report,
        "Published": _day(item.published),
        "Text": item.text or "",
        "Addressed to": item.addressee or "",
        "Grade": item.grade.value,
        "Status": standing_words(item.standing),
        **lead,
        "HMICFRS deadline": _day(item.deadline_on),
        "Deadline is": item.deadline_basis.value,
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
