"""The rows of one upload, written with bound parameters: a list per column, one statement per table."""

from itertools import product

from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE, CheckedUpload, Item
from jasc_data.store.reports import NO_REPORT, ReportAmbiguous, ReportShelf
from jasc_data.store.snapshot import Snapshot
from jasc_data.words_alike import reference_key, spelling_key

_AS_READ = (
    "row_number force kind reference report_type report_published number text addressee grade status lead deadline "
    "target_date overdue_reason steps_to_green closed_on cause_of_concern"
).split()


def write_items(snapshot: Snapshot, upload_id: int, upload: CheckedUpload) -> list[Problem]:
    """Writes the items and what they speak for. Returns the problems of rows whose report is ambiguous."""
    shelf = ReportShelf(snapshot)
    found: list[Problem] = []
    reports = [NO_REPORT] * len(upload.items)
    # Rows that say when their report was published come first: they settle what an undated title means.
    in_order = sorted(range(len(upload.items)), key=lambda place: upload.items[place].row.report_published is None)
    for place in in_order:
        item = upload.items[place]
        try:
            reports[place] = shelf.number_of(item.row.report, item.report_force, item.row.report_published)
        except ReportAmbiguous:
            found.append(problem("report.ambiguous", row_number=item.row.row_number, value=item.row.report))
    columns: dict[str, list[object]] = {name: [getattr(item.row, name) for item in upload.items] for name in _AS_READ}
    columns["report_id"] = list(reports)
    columns["item_key"] = [_identity(item, report) for item, report in zip(upload.items, reports, strict=True)]
    columns["addressed_elsewhere"] = [item.addressed_elsewhere for item in upload.items]
    columns["deadline_on"] = [item.deadline_on for item in upload.items]
    columns["deadline_basis"] = [item.deadline_basis.value for item in upload.items]
    for name in ("kind", "grade", "status"):
        columns[name] = [value.value for value in columns[name]]  # type: ignore[attr-defined]
    snapshot.write("uploads/insert_items", upload_id=upload_id, **columns)
    _write_coverage(snapshot, upload_id, upload, sorted(set(reports)))
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


def _identity(item: Item, report: int) -> str:
    """An item's identity across uploads (rule 6): force and reference, else force, kind, report and number."""
    if item.row.reference:
        return f"{item.row.force}|{reference_key(item.row.reference)}"
    return f"{item.row.force}|{item.row.kind}|{report}|{spelling_key(item.row.number or '')}"


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
