"""The rows of one upload, a list per column: few are bound to the statement that writes them; items, of which there can
be a hundred thousand, are laid beside what is held as an Arrow table, in which a value takes a fraction of that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple, Self

import pyarrow

from jasc_data.domain.normalise import spelling_key
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.rows import ItemRow
from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE, CheckedUpload, Item
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.reports import ReportAmbiguous, ReportShelf

pyarrow.array([])  # at the first array it loads pandas: amid the first commit a process that is ending could not
_MEMORY = pyarrow.system_memory_pool()  # Arrow's own takes twice what it is asked for
_KEPT_OTHERWISE = ("report", "report_written", "as_of")  # with the report's number, and with the upload
_AT_ONCE = 1_000  # rows: beside them in Arrow stands a list per column of so many, and not of all


def write_items(snapshot: Snapshot, upload_id: int, upload: CheckedUpload, shelf: ReportShelf) -> list[Problem]:
    """Writes the items and what they speak for; or nothing, and returns what makes their identities unclear.

    shelf: the reports that were known before.
    """
    titles = list(map(_Title.of, upload.items))
    each = dict.fromkeys(titles)
    for title in each:
        if not title.means_another:
            shelf.number_of(title.title, title.force, title.published)
    dates = {title: title.found_by(shelf) for title in each}
    numbers = {title: shelf.number_of(title.title, title.force, day) for title, day in dates.items()}
    found = _unclear(shelf, upload.items, titles, dates)
    if found:
        return found
    shelf.keep()
    reports = [numbers[title] for title in titles]
    insert_items(snapshot, upload_id, _parts(upload.items, reports))
    snapshot.write("uploads/issue_ids", upload_id=upload_id)
    _write_coverage(snapshot, upload_id, upload, sorted(set(reports)))
    return []


def insert_items(snapshot: Snapshot, upload_id: int, parts: Iterable[Mapping[str, Sequence[Any]]]) -> None:
    """Writes the records of an upload: of each part of them a list per column. What was said before is kept once."""
    schema = snapshot.arrow("uploads/arriving_item").schema
    batches = [_batch(columns, schema) for columns in parts]
    with snapshot.beside("arriving_item", pyarrow.Table.from_batches(batches, schema=schema)):
        snapshot.write("uploads/number_said")
        snapshot.write("uploads/insert_said")
        snapshot.write("uploads/insert_items", upload_id=upload_id)


def _batch(columns: Mapping[str, Sequence[Any]], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array(columns[column.name], column.type, memory_pool=_MEMORY) for column in schema], schema=schema
    )


def _parts(items: Sequence[Item], reports: Sequence[int]) -> Iterator[dict[str, Sequence[Any]]]:
    for start in range(0, len(items), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        yield {"report_id": reports[part], **records_as_read(items[part])}


def records_as_read(items: Sequence[Item]) -> dict[str, list[Any]]:
    """Every column of the items' records, a list each, but the report, whose number is the store's to give."""
    told = zip(*(item.row for item in items), strict=True) if items else [()] * len(ItemRow._fields)
    read = zip(ItemRow._fields, told, strict=True)
    columns: dict[str, list[Any]] = {name: list(values) for name, values in read if name not in _KEPT_OTHERWISE}
    columns["item_key"] = [identity_of(item) for item in items]
    columns["addressed_elsewhere"] = [item.addressed_elsewhere for item in items]
    columns["deadline_on"] = [item.deadline_on for item in items]
    columns["deadline_basis"] = [item.deadline_basis for item in items]
    return columns


class _Title(NamedTuple):
    """A report as a row gives it; rows of one report are many, and what is asked of it is asked once."""

    title: str | None
    written: str | None
    force: str | None
    published: date | None

    @classmethod
    def of(cls, item: Item) -> Self:
        row = item.row
        return cls(row.report, row.report_written, item.report_force, row.report_published)

    @property
    def means_another(self) -> bool:
        """True when the uploader said that the title in the file stands for another."""
        if self.written in (None, self.title):
            return False
        return spelling_key(self.written or "") != spelling_key(self.title or "")

    def found_by(self, shelf: ReportShelf) -> date | None:
        """The publication date that tells the report apart: what is one by the uploader's answer is one report."""
        return shelf.date_of(self.title, self.force, self.published) if self.means_another else self.published


def _unclear(
    shelf: ReportShelf, items: Sequence[Item], titles: Sequence[_Title], dates: Mapping[_Title, date | None]
) -> list[Problem]:
    """Rows whose undated report could be several, and rows that are one item once the report meant is known."""
    meant: dict[_Title, int | None] = {}
    for title, published in dates.items():
        try:
            meant[title] = shelf.meant_by(title.title, title.force, published)
        except ReportAmbiguous:
            meant[title] = None
    found = []
    first_row: dict[tuple[str, int], int] = {}
    for item, title in zip(items, titles, strict=True):
        row, report = item.row, meant[title]
        if report is None:
            found.append(problem("report.ambiguous", row_number=row.row_number, value=row.report))
        elif row.reference is None:
            first = first_row.setdefault((identity_of(item), report), row.row_number)
            if first != row.row_number:
                found.append(problem("number.duplicate", row_number=row.row_number, value=row.number, first=first))
    return found


def write_positions(snapshot: Snapshot, upload_id: int, upload: CheckedUpload) -> None:
    """Writes the counts and the published national averages."""
    snapshot.write(
        "uploads/insert_positions",
        upload_id=upload_id,
        force=[cell.force for cell in upload.positions],
        kind=[cell.kind.value for cell in upload.positions],
        grade=[cell.grade.value if cell.grade else None for cell in upload.positions],
        open=[cell.open for cell in upload.positions],
    )
    snapshot.write(
        "uploads/insert_nationals",
        upload_id=upload_id,
        kind=[cell.kind.value for cell in upload.nationals],
        grade=[cell.grade.value if cell.grade else None for cell in upload.nationals],
        average=[cell.average for cell in upload.nationals],
    )


def identity_of(item: Item) -> str:
    """An item's identity across uploads (rule 6): force and reference (the held one that it was said to
    stand for), else force, kind, number and (added when read,
    for it can become clear later) the report meant."""
    if item.reference:
        return f"{item.row.force}|{item.reference_key}"
    return f"{item.row.force}|{item.row.kind}|{spelling_key(item.row.number or '')}"


def _write_coverage(snapshot: Snapshot, upload_id: int, upload: CheckedUpload, reports: list[int]) -> None:
    coverage = upload.coverage
    assert coverage is not None
    covered: list[int | None] = list(reports) if coverage.reports == ONLY_REPORTS_IN_FILE else [None]
    cells = list(product(coverage.forces, coverage.kinds, covered))
    snapshot.write(
        "uploads/insert_coverage",
        upload_id=upload_id,
        force=[force for force, _, _ in cells],
        kind=[kind.value for _, kind, _ in cells],
        report_id=[report for _, _, report in cells],
    )
