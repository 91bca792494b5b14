"""An Excel workbook (.xlsx) as a sheet of text, read by openpyxl; formulas count by the value that Excel last saved."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

from openpyxl import load_workbook

from jasc_data.intake.problems import problem
from jasc_data.intake.reading import Sheet, SheetRow, Unreadable
from jasc_data.intake.words import EXCEL_EPOCH

_UNPACKED_LIMIT = 400 * 1024 * 1024  # a small file can unpack to anything
BEGINS = b"PK\x03\x04"


def sheet_names(content: bytes) -> tuple[str, ...]:
    """The names of the workbook's sheets that hold anything. Raises Unreadable."""
    return tuple(name for name, rows in _sheets(content) if rows)


def read_workbook(content: bytes, name: str | None) -> Sheet:
    """The named sheet, or the only one that holds anything. Raises Unreadable; several sheets must be chosen from."""
    filled = [(title, rows) for title, rows in _sheets(content) if rows]
    if not filled:
        raise Unreadable(problem("file.empty"))
    chosen = [rows for title, rows in filled if title == name] if name else [rows for _, rows in filled]
    if len(chosen) != 1:
        names = ", ".join(f"'{title}'" for title, _ in filled)
        raise Unreadable(problem("file.sheets", names=names))
    title = name or filled[0][0]
    return Sheet("Excel workbook", f"sheet '{title}'", tuple(chosen[0]), epoch=EXCEL_EPOCH)


def _sheets(content: bytes) -> list[tuple[str, list[SheetRow]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _UNPACKED_LIMIT:
                raise Unreadable(problem("file.workbook"))
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [(sheet.title, _rows(sheet.iter_rows(values_only=True))) for sheet in workbook.worksheets]
    except Unreadable:
        raise
    except Exception:  # openpyxl raises many kinds for a damaged file; all mean the same to the uploader
        raise Unreadable(problem("file.workbook")) from None


def _rows(rows: Iterable[tuple[object, ...]]) -> list[SheetRow]:
    """The rows that hold anything, all as wide as the widest: a workbook has no ragged rows."""
    filled = [(number, [_text(value) for value in values]) for number, values in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in filled if any(cell.strip() for cell in cells)]
    width = max((1 + max(place for place, cell in enumerate(cells) if cell.strip()) for _, cells in filled), default=0)
    return [SheetRow(number, tuple((cells + [""] * width)[:width])) for number, cells in filled]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
