"""The uploader's own file with an "Errors" column, to be mended in a spreadsheet and uploaded again.

Every row stands where it stood; a file that comes back is read with that column ignored.
"""

import csv
import io

from jasc_data.intake.problems import Problem, Severity
from jasc_data.intake.reading import Unreadable
from jasc_data.intake.sheets import sheet_of
from jasc_data.intake.uploads import CheckedFile
from jasc_data.wording.spreadsheet_text import safe

HEADING = "Errors"


def file_with_errors(checked: CheckedFile, sheet_name: str | None = None) -> bytes | None:
    """The file as CSV (UTF-8 with BOM, commas), each row's problems at its end; None when it could not be read."""
    try:
        sheet = sheet_of(checked.content, checked.file_name, sheet_name)
    except Unreadable:
        return None
    width = max(len(row.cells) for row in sheet.rows)
    heading_row = checked.heading_row or sheet.rows[0].number
    first_row = next((row.number for row in sheet.rows if row.number > heading_row), heading_row)
    lines: dict[int, list[str]] = {}
    for found in checked.problems:
        if found.severity is not Severity.NOTICE:
            row_number = found.row_number or 0  # what is wrong with the file or its headings is told in the first row
            lines.setdefault(row_number if row_number > heading_row else first_row, []).append(_told(found))
    text = io.StringIO()
    writer = csv.writer(text)
    above = 0
    for row in sheet.rows:
        writer.writerows([[]] * (row.number - above - 1))
        above = row.number
        cells = [safe(cell) for cell in row.cells] + [""] * (width - len(row.cells))
        said = HEADING if row.number == heading_row else " / ".join(lines.get(row.number, []))
        writer.writerow([*cells, safe(said)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _told(found: Problem) -> str:
    place = f"Column {found.column_letter}: " if found.column_letter else ""
    return f"{found.severity.capitalize()}: {place}{found.message} {found.fix_on_page}"
