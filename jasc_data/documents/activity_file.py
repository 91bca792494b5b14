"""The activity register as a CSV file that can be filled in and sent back; every cell is safe for spreadsheets."""

import csv
import io

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.drawing.chart import Provenance, file_name_part
from jasc_data.intake.activity_file import HEADINGS
from jasc_data.wording.numbers import long_date
from jasc_data.wording.spreadsheet_text import safe

_BOM = b"\xef\xbb\xbf"  # or a spreadsheet takes the file for Windows-1252
_LEAD = "lead"


def activity_csv(held: ActivityHeld, provenance: Provenance, *, with_leads: bool) -> bytes:
    """The register under what it is, where it comes from and how it is marked.

    Texts keep their lines, so that what comes back is what was given out. with_leads: leads can be people's names, so
    the column is there only when asked for (rule 20); a file without it changes no lead when it comes back.
    """
    fields = [field for field in HEADINGS if with_leads or field != _LEAD]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    title = f"Activity register of {held.home}, {long_date(held.day)}"
    writer.writerows([safe(line)] for line in (title, *provenance.lines))
    writer.writerow([HEADINGS[field] for field in fields])
    writer.writerows([_cell(entry, field) for field in fields] for entry in held.entries)
    return _BOM + text.getvalue().encode()


def activity_file_name(held: ActivityHeld) -> str:
    """A telling name with the force and the day."""
    return f"{file_name_part(held.home)}-activity-{held.day}.csv"


def _cell(entry: Activity, field: str) -> str:
    value = getattr(entry, "action_id" if field == "base" else field)
    return "" if value is None else safe(str(value))
