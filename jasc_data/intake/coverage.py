"""What an items export speaks for (rule 4 of the design): everything it covers and leaves out is closed by it.

The default is narrow: the home force, the kinds in the file. Any other force must be confirmed by name, for one stray
row of another force would otherwise close everything that force has open.
"""

from collections import Counter

from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import Coverage, Item, UploadRequest
from jasc_data.wording.numbers import listed

ALL = "all"


def item_coverage(items: list[Item], request: UploadRequest, home_force: str) -> Coverage:
    """The coverage of one date's items, once ``coverage_problems`` found nothing."""
    present = {item.row.force for item in items}
    named = present if ALL in request.covers_forces else present & set(request.covers_forces)
    forces = (present & {request.force or home_force}) | named or {request.force or home_force}
    kinds = {item.row.kind for item in items} | set(request.covers_kinds)
    return Coverage(
        forces=tuple(sorted(forces)),
        kinds=tuple(kind for kind in Kind if kind in kinds),
        reports=request.covers_reports,
    )


def coverage_problems(table: Table, items: list[Item], request: UploadRequest, home_force: str) -> list[Problem]:
    """Forces in the file that were not confirmed, confirmed ones that are not in it, and a force named needlessly."""
    column = table.column_of("force")
    if column is None:
        others = sorted(set(request.covers_forces) - {ALL, request.force or home_force})
        return [problem("force.not_in_file", value=force, force=force) for force in others]
    if request.force:
        return [problem("force.column_and_option", column_letter=column.letter, heading=column.heading)]
    rows = Counter(item.row.force for item in items)
    found = []
    confirmed = set(rows) if ALL in request.covers_forces else set(request.covers_forces)
    for force in sorted(set(rows) - confirmed - {home_force}):
        first = next(item.row.row_number for item in items if item.row.force == force)
        found.append(
            problem(
                "force.not_covered",
                row_number=first,
                column_letter=column.letter,
                heading=column.heading,
                value=force,
                force=force,
                rows="The row is" if rows[force] == 1 else f"{rows[force]:,} rows (this is the first) are",
                covered=listed(sorted({home_force} | (confirmed & set(rows)))),
            )
        )
    if len(items) < len(table.rows):  # it may stand in a row that was refused
        return found
    return found + [problem("force.not_in_file", value=force, force=force) for force in sorted(confirmed - set(rows))]
