"""Whatever kind of file the bytes are: a sheet of text."""

from jasc_data.intake.reading import SIZE_LIMIT_MB, Sheet, read_sheet
from jasc_data.intake.workbook import BEGINS, read_workbook


def sheet_of(content: bytes, file_name: str, sheet_name: str | None = None) -> Sheet:
    """The sheet in a CSV file or an Excel workbook. Raises Unreadable with the problem that says why not."""
    small_enough = len(content) <= SIZE_LIMIT_MB * 1024 * 1024
    if content.startswith(BEGINS) and small_enough and file_name.lower().endswith((".xlsx", ".xlsm")):
        return read_workbook(content, sheet_name)
    return read_sheet(content)
