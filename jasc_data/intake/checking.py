"""The whole way from bytes to a checked file: read, understand, date, cover. Collects every problem; writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from jasc_data.domain.forces import ForceDirectory
from jasc_data.domain.garbage import garbage_waits
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.policy import MOST_DATES
from jasc_data.domain.vocabulary import ExportType
from jasc_data.intake.above import around_problems
from jasc_data.intake.as_of import by_date, date_in_name
from jasc_data.intake.assumptions import assumption_problems, assumptions_for, decisions_of, forces_set_aside
from jasc_data.intake.cells_in_doubt import joined_problems, struck_part_problems
from jasc_data.intake.closing_dates import closing_date_problems
from jasc_data.intake.coverage import coverage_problems, item_coverage
from jasc_data.intake.day_order import day_order_problems
from jasc_data.intake.edge_totals import edge_total_problems
from jasc_data.intake.headings import find_table
from jasc_data.intake.items import read_items
from jasc_data.intake.layouts import Layout, Table
from jasc_data.intake.learned import Decision, Domain, Learned, Vocabulary
from jasc_data.intake.mending import markup_problems
from jasc_data.intake.national_sums import national_sum_problems
from jasc_data.intake.positions import Figure, Owner, group_average_problems, read_figures, sum_problems
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import Unreadable
from jasc_data.intake.remembered import remembered_problems, remembered_words, settled_words
from jasc_data.intake.shape import shaped
from jasc_data.intake.sheets import sheet_of
from jasc_data.intake.uploads import CheckedFile, CheckedUpload, NationalCell, PositionCell, UploadRequest
from jasc_data.intake.workbook_fills import coloured_blank_problems

_IN_DOUBT = frozenset({"headings.duplicate", "headings.blank"})
_Checked = tuple[list[Problem], list[CheckedUpload]]


@dataclass(frozen=True)
class CheckContext:
    """What a file is checked against besides itself: the forces, whose dashboard it is, its group, the day, and what
    earlier uploaders decided about unknown words.

    most_rows: how many rows it may have to be compared with what is held; None, and no limit of its dates either, for
    one that was taken in before.
    """

    directory: ForceDirectory
    home_force: str
    groups: PeerGroups
    today: date
    learned: Learned = field(default_factory=Learned)
    most_rows: int | None = None


@garbage_waits()
def check_file(content: bytes, file_name: str, request: UploadRequest, context: CheckContext) -> CheckedFile:
    """The file with all its problems and, when none is an error, the uploads it would make."""
    try:
        sheet = sheet_of(content, file_name, request.sheet)
    except Unreadable as failure:
        return CheckedFile(file_name, content, (failure.problem,))
    if context.most_rows is not None and len(sheet.rows) > context.most_rows:
        too_many = problem("file.too_many_rows", rows=f"{len(sheet.rows):,}", limit=f"{context.most_rows:,}")
        return CheckedFile(file_name, content, (too_many,))
    learned = context.learned.and_also(request.decisions)
    vocabulary = Vocabulary.of(context.directory, learned, epoch=sheet.epoch)
    heading = find_table(sheet, vocabulary)
    checked = CheckedFile(
        file_name=file_name,
        content=content,
        problems=(*sheet.problems, *heading.problems),
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        sheet=sheet.name,
        columns=heading.columns,
        heading_row=heading.row_number,
        suggested_as_of=date_in_name(file_name),
        request=request,
        home_force=context.home_force,
        read_on=context.today,
    )
    if heading.table is None:
        return checked
    table, shape_problems = shaped(heading.table, sheet.uncalculated)
    is_items = table.layout is Layout.ITEMS
    assumptions = assumptions_for(table, request.force, context.home_force, learned) if is_items else ()
    remembered = remembered_words(table, learned, request.decisions)
    checked = replace(
        checked,
        layout=table.layout,
        export_type=ExportType.ITEMS if is_items else ExportType.POSITIONS,
        assumptions=assumptions,
        remembered=remembered,
        decisions=(
            *settled_words(_settled(request.decisions, table.layout), table),
            *(word.decision for word in remembered),
            *decisions_of(assumptions, table),
        ),
    )
    problems = [*checked.problems, *shape_problems, *joined_problems(table, sheet.joined)]
    problems += coloured_blank_problems(content, sheet.name, table) + remembered_problems(remembered)
    problems += assumption_problems(assumptions, len(table.rows))
    whose = next((entry.meaning for entry in assumptions if entry.field == "force"), request.force)
    problems += around_problems(sheet, table, request.as_of, whose or context.home_force, vocabulary)
    problems += [*forces_set_aside(table, context.directory), *markup_problems(table)] if is_items else []
    if any(found.code in _IN_DOUBT for found in problems):  # then what the cells mean is in doubt too
        return replace(checked, problems=_in_reading_order(problems))
    if is_items:
        found, uploads = _check_items(table, request, context, vocabulary, checked)
    else:
        found, uploads = _check_positions(table, request, context, vocabulary, checked.suggested_as_of)
    if context.most_rows is not None and len(uploads) > MOST_DATES:
        found.append(_too_many_dates(table, len(uploads)))
    found += struck_part_problems(table, sheet.struck_parts, [*problems, *found])
    checked = replace(checked, problems=_in_reading_order([*problems, *found]))
    return checked if checked.errors else replace(checked, uploads=tuple(uploads))


def _too_many_dates(table: Table, dates: int) -> Problem:
    column = table.column_of("as_of")
    letter, heading = (column.letter, column.heading) if column else (None, None)
    return problem("as_of.too_many", column_letter=letter, heading=heading, dates=dates, limit=MOST_DATES)


def _settled(decisions: Iterable[Decision], layout: Layout) -> tuple[Decision, ...]:
    """Decisions about headings hold for the type of layout in which they were used; assumptions are settled apart."""
    return tuple(
        replace(entry, layout=layout.decided_for) if entry.domain is Domain.HEADING else entry
        for entry in decisions
        if entry.domain is not Domain.ASSUMPTION
    )


def _check_items(
    table: Table, request: UploadRequest, context: CheckContext, vocabulary: Vocabulary, checked: CheckedFile
) -> _Checked:
    assumed = {entry.field: entry.meaning for entry in checked.assumptions if entry.meaning}
    whole = request.force or assumed.get("force")  # the force of a file without a force column
    items, found = read_items(table, vocabulary, assumed | ({"force": whole} if whole else {}))
    if not table.rows and not request.covers_kinds:
        return [*found, problem("file.no_rows")], []
    home = assumed.get("force", context.home_force)
    found += coverage_problems(table, items, request, home)
    records = ((item.row.as_of, item.row.row_number, item) for item in items)
    dated, date_problems = by_date(records, table, request.as_of, checked.suggested_as_of, context.today)
    for day, group in dated.items():
        found += closing_date_problems(group, day, table) + day_order_problems(group, day, table)
    uploads = [
        CheckedUpload(ExportType.ITEMS, day, items=tuple(group), coverage=item_coverage(group, request, home))
        for day, group in dated.items()
    ]
    return found + date_problems, uploads


def _check_positions(
    table: Table, request: UploadRequest, context: CheckContext, vocabulary: Vocabulary, suggested: date | None
) -> _Checked:
    if not table.rows:
        return [problem("file.no_rows")], []
    figures, found = read_figures(table, vocabulary)
    understood = any(column.field not in (None, "force", "as_of") for column in table.columns)
    if not found and understood and all(figure.owner is Owner.TOTAL for figure in figures):
        return [problem("positions.nothing")], []
    records = ((figure.as_of, figure.place.row_number, figure) for figure in figures)
    dated, date_problems = by_date(records, table, request.as_of, suggested, context.today)
    if not found:  # a sum without a figure that was refused would be told wrong
        found += sum_problems(figures) + edge_total_problems(table, figures) + national_sum_problems(figures)
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


def _in_reading_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=_reading_order))


def _reading_order(entry: Problem) -> tuple[int, int, str]:
    return (entry.row_number or 0, len(entry.column_letter or ""), entry.column_letter or "")
