"""Whatever kind of file the bytes are: a sheet of text."""

from jasc_data.intake.mending import mended
from jasc_data.intake.problems import problem
from jasc_data.intake.reading import Sheet, Unreadable, read_sheet, refuse_too_large
from jasc_data.intake.workbook import BEGINS, read_workbook


def sheet_of(content: bytes, file_name: str, sheet_name: str | None = None) -> Sheet:
    """The sheet in a CSV file or an Excel workbook: what the bytes are counts, not how the name ends.

    Raises Unreadable with the problem that says why not.
    """
    refuse_too_large(content)
    if not content.startswith(BEGINS):
        return mended(read_sheet(content))
    try:
        return mended(read_workbook(content, sheet_name))
    except Unreadable as failure:
        if failure.problem.code == "file.workbook" and file_name.lower().endswith(".zip"):
            raise Unreadable(problem("file.archive")) from None
        raise
