"""The whole way from bytes to a checked file: read, understand, date, cover. Collects every problem; writes nothing."""

from dataclasses import dataclass
from datetime import date

from jasc_data.forces import ForceDirectory
from jasc_data.intake.as_of import by_date, date_in_name
from jasc_data.intake.coverage import coverage_problems, item_coverage
from jasc_data.intake.headings import Layout, Table, find_table
from jasc_data.intake.items import read_items
from jasc_data.intake.positions import Figure, Owner, group_average_problems, read_figures, sum_problems
from jasc_data.intake.problems import Problem, Severity, problem
from jasc_data.intake.reading import Unreadable, read_sheet
from jasc_data.intake.shape import shaped
from jasc_data.intake.uploads import CheckedFile, CheckedUpload, NationalCell, PositionCell, UploadRequest
from jasc_data.peer_groups import PeerGroups
from jasc_data.vocabulary import ExportType

_Checked = tuple[list[Problem], list[CheckedUpload]]


@dataclass(frozen=True)
class CheckContext:
    """What a file is checked against besides itself: the forces, whose dashboard it is, its group, the day."""

    directory: ForceDirectory
    home_force: str
    groups: PeerGroups
    today: date


def check_file(content: bytes, file_name: str, request: UploadRequest, context: CheckContext) -> CheckedFile:
    """The file with all its problems and, when none is an error, the uploads it would make."""
    try:
        sheet = read_sheet(content)
    except Unreadable as failure:
        return CheckedFile(file_name, content, (failure.problem,))
    table, found = find_table(sheet, context.directory)
    if table is None:
        return CheckedFile(file_name, content, tuple(found), sheet.encoding, sheet.delimiter)
    table, shape_problems = shaped(table)
    export_type = ExportType.ITEMS if table.layout is Layout.ITEMS else ExportType.POSITIONS
    suggested = date_in_name(file_name)
    if any(entry.severity is Severity.ERROR for entry in found):
        more, uploads = (
            shape_problems,
            list[CheckedUpload](),
        )  # with headings in doubt, what the cells mean is in doubt too
    else:
        read = _check_items if export_type is ExportType.ITEMS else _check_positions
        more, uploads = read(table, request, context, suggested)
        more = shape_problems + more
    problems = tuple(sorted(dict.fromkeys(found + more), key=_reading_order))
    blocked = any(entry.severity is Severity.ERROR for entry in problems)
    return CheckedFile(
        file_name=file_name,
        content=content,
        problems=problems,
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        layout=table.layout,
        export_type=export_type,
        columns=tuple((column.letter, column.heading, column.field) for column in table.columns),
        suggested_as_of=suggested,
        uploads=() if blocked else tuple(uploads),
    )


def _check_items(table: Table, request: UploadRequest, context: CheckContext, suggested: date | None) -> _Checked:
    items, found = read_items(table, context.directory, request.force or context.home_force)
    if not table.rows and not request.covers_kinds:
        return [*found, problem("file.no_rows")], []
    found += coverage_problems(table, items, request, context.home_force)
    records = ((item.row.as_of, item.row.row_number, item) for item in items)
    dated, date_problems = by_date(records, table, request.as_of, suggested, context.today)
    uploads = [
        CheckedUpload(
            ExportType.ITEMS, day, items=tuple(group), coverage=item_coverage(group, request, context.home_force)
        )
        for day, group in dated.items()
    ]
    return found + date_problems, uploads


def _check_positions(table: Table, request: UploadRequest, context: CheckContext, suggested: date | None) -> _Checked:
    if not table.rows:
        return [problem("file.no_rows")], []
    figures, found = read_figures(table, context.directory)
    if not found and not figures:
        return [problem("positions.nothing")], []
    records = ((figure.as_of, figure.place.row_number, figure) for figure in figures)
    dated, date_problems = by_date(records, table, request.as_of, suggested, context.today)
    found += sum_problems(figures)
    for day, group in dated.items():
        found += group_average_problems(group, context.groups.at(context.home_force, day))
    return found + date_problems, [_positions_upload(day, group) for day, group in dated.items()]


def _positions_upload(day: date, figures: list[Figure]) -> CheckedUpload:
    cells = [
        PositionCell(figure.force, figure.kind, figure.grade, int(figure.value))
        for figure in figures
        if figure.owner is Owner.FORCE and figure.force
    ]
    totals = {(cell.force, cell.kind) for cell in cells if cell.grade is None}
    summed: dict[tuple[str, str], PositionCell] = {}
    for cell in cells:  # every grade is given but no total: the total is their sum
        if (cell.force, cell.kind) not in totals:
            before = summed.get((cell.force, cell.kind))
            summed[cell.force, cell.kind] = PositionCell(
                cell.force, cell.kind, None, cell.open + (before.open if before else 0)
            )
    nationals = tuple(
        NationalCell(figure.kind, figure.grade, figure.value) for figure in figures if figure.owner is Owner.NATION
    )
    return CheckedUpload(ExportType.POSITIONS, day, positions=(*cells, *summed.values()), nationals=nationals)


def _reading_order(entry: Problem) -> tuple[int, int, str]:
    return (entry.row_number or 0, len(entry.column_letter or ""), entry.column_letter or "")
