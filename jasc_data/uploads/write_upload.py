"""Writing one upload of a checked file, with its original bytes and the request that made it; inside a transaction."""

from collections.abc import Iterable

from jasc_data.domain.vocabulary import ExportType
from jasc_data.intake.problems import Problem
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.cross_checks import placed
from jasc_data.uploads.records import write_items, write_positions
from jasc_data.uploads.reports import ReportShelf


def write_upload(
    snapshot: Snapshot, checked: CheckedFile, place: int, request: str, number: int | None = None
) -> tuple[int, list[Problem]]:
    """Writes the file's upload at that place (one a date), and gives its number and what is to be said of its records.

    request: as JSON. number: the upload's, None for the next one.
    """
    upload = checked.uploads[place]
    # Before anything is written: the checks have just asked for it.
    shelf = ReportShelf(snapshot) if upload.export_type is ExportType.ITEMS else None
    written = snapshot.raw(
        "uploads/insert_upload",
        number=number,
        export_type=upload.export_type.value,
        as_of=upload.as_of,
        file_name=checked.file_name,
        sheet=checked.sheet,
        sha256=snapshot.keep_file(checked.content),
        encoding=checked.encoding or "",
        delimiter=checked.delimiter or "",
        layout=checked.layout or "",
        column_mapping=_lines((c.letter, c.heading, c.field or "") for c in checked.columns),
        decisions=_lines((entry.domain, entry.word, entry.meaning) for entry in checked.decisions),
        row_count=upload.row_count,
        request=request,
    )[0]["upload_id"]
    if shelf:
        return int(written), placed(write_items(snapshot, written, upload, shelf), checked.columns)
    write_positions(snapshot, written, upload)
    return int(written), []


def _lines(rows: Iterable[tuple[str, str, str]]) -> str:
    """A line a row, its cells apart by tabs: what they hold of either becomes a blank."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
