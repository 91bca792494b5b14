"""The figures of a positions export, whichever of its three layouts it comes in (rule 2).

Each figure is brought to one form (whose, which kind and grade, the text in the cell, where it stands) and then
validated. Averages are told apart from forces: the nation's is kept, the group's is checked against our own mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from jasc_data.domain.normalise import marked_key
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.intake.layouts import Layout, Table
from jasc_data.intake.learned import Vocabulary
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.rows import AverageRow, Place, PositionRow, cell_problem, cells_of, places_of, problems_of
from jasc_data.intake.words import ALL, GROUP, NATIONAL, TOTAL, UNCLEAR_AVERAGE
from jasc_data.wording.numbers import listed


class Owner(StrEnum):
    """Whose a figure is."""

    FORCE = "force"
    NATION = "nation"
    GROUP = "group"  # an average of the group, or one that does not say whose it is
    TOTAL = "total"


@dataclass(frozen=True)
class Figure:
    """One figure of the file, understood. ``force`` is set for a force's; ``label`` is the word in the file."""

    owner: Owner
    label: str
    force: str | None
    kind: Kind
    grade: Grade | None
    value: float
    as_of: date | None
    place: Place
    named: Place  # where the word stands that says whose it is

    @property
    def what(self) -> str:
        """The figure's name in a sentence."""
        grade = "" if self.grade is None else f" ({'' if self.grade is Grade.NOT_GRADED else 'level '}{self.grade})"
        return f"The figure of {self.force or self.label} for {self.kind.plural}{grade}"


@dataclass(frozen=True)
class _Given:
    """A figure as it stands in the file: words by field, and where each stands."""

    label: str
    words: dict[str, str]
    places: dict[str, Place]
    row_number: int = field(default=0)


def read_figures(table: Table, vocabulary: Vocabulary) -> tuple[list[Figure], list[Problem]]:
    """Every figure that the table holds (blank cells are not held) and every problem in it, each once."""
    figures: list[Figure] = []
    found: list[Problem] = []
    first_at: dict[tuple[object, ...], str] = {}
    for given in _given(table):
        try:
            figure = _understood(given, vocabulary)
        except ValidationError as failure:
            found += problems_of(failure, given.places, given.row_number)
            continue
        if figure is None:
            continue
        if figure.kind is Kind.CAUSE_OF_CONCERN and figure.grade not in (None, Grade.NOT_GRADED):
            place = given.places.get("grade", figure.place)
            found.append(cell_problem(CellFault("grade.on_cause_of_concern"), place, given.words["grade"]))
        identity = (figure.as_of, figure.owner, figure.force, figure.kind, figure.grade)
        if identity in first_at:
            fault = CellFault("positions.duplicate", what=figure.what, first=first_at[identity])
            found.append(cell_problem(fault, figure.place, given.words.get("open", "")))
        else:
            column = figure.place.column
            first_at[identity] = f"row {given.row_number}" + (f", column {column.letter}" if column else "")
            figures.append(figure)
    return figures, list(dict.fromkeys(found))


def _given(table: Table) -> Iterator[_Given]:
    if table.layout is Layout.LONG:
        for row in table.rows:
            words = cells_of(row, table.columns)
            if marked_key(words.get("kind", "")) in ALL:
                continue  # all kinds together: checked and not stored
            if marked_key(words.get("grade", "")) in ALL:
                del words["grade"]
            yield _Given(words.get("force", ""), words, places_of(row, table.columns), row.number)
        return
    dated = table.column_of("as_of")
    down = table.column_of("force" if table.layout is Layout.BY_FORCE else "kind") or table.columns[0]
    across = [column for column in table.columns if column is not dated and column is not down]
    for row in table.rows:
        first = row.cells[down.index].strip()
        here = Place(row.number, down)
        for column in across:
            cell = row.cells[column.index]
            if table.layout is Layout.BY_FORCE and column.field is not None:
                label, kind, whose, which = first, column.heading, here, Place(row.number, column)
            elif table.layout is Layout.PAPER and column.heading:
                if marked_key(first) in TOTAL:
                    continue
                label, kind, whose, which = column.heading, first, Place(table.heading_row, column), here
            else:
                continue
            words = {"force": label, "kind": kind, "open": cell}
            places = {"force": whose, "kind": which, "open": Place(row.number, column)}
            if dated:
                words["as_of"], places["as_of"] = row.cells[dated.index], Place(row.number, dated)
            yield _Given(label, {name: word for name, word in words.items() if word.strip()}, places, row.number)


def _understood(given: _Given, vocabulary: Vocabulary) -> Figure | None:
    owner = _owner(given.label)
    force = None
    if owner is Owner.FORCE:
        row: PositionRow | AverageRow = PositionRow.model_validate(given.words, context=vocabulary)
        force = row.force if isinstance(row, PositionRow) else None
    else:
        row = AverageRow.model_validate(given.words, context=vocabulary)
    if row.open is None:
        return None
    place = given.places["open"]
    return Figure(
        owner, given.label.strip(), force, row.kind, row.grade, row.open, row.as_of, place, given.places["force"]
    )


def _owner(label: str) -> Owner:
    key = marked_key(label)
    if key in NATIONAL:
        return Owner.NATION
    if key in GROUP or key in UNCLEAR_AVERAGE:
        return Owner.GROUP
    return Owner.TOTAL if key in TOTAL else Owner.FORCE


def sum_problems(figures: list[Figure]) -> list[Problem]:
    """Grades that do not add up to the total given, totals left out, and total rows that were miscounted."""
    by_cell: dict[tuple[object, ...], dict[Grade | None, Figure]] = {}
    for figure in figures:
        cell = (figure.as_of, figure.owner, figure.force, figure.kind)
        by_cell.setdefault(cell, {})[figure.grade] = figure
    return [
        found
        for cell, grades in by_cell.items()
        if (found := _total_row_problem(grades, figures) if cell[1] is Owner.TOTAL else _grades_problem(grades))
    ]


def _grades_problem(grades: dict[Grade | None, Figure]) -> Problem | None:
    total, parts = grades.get(None), [figure for grade, figure in grades.items() if grade is not None]
    if not parts:
        return None
    counted = sum(figure.value for figure in parts)
    last = parts[-1]
    if total is None:
        missing = [grade for grade in Grade if grade not in grades]
        if missing and last.kind is not Kind.CAUSE_OF_CONCERN:
            return _figure_problem("positions.total_missing", last, missing=listed([*missing]))
        return None
    rounding = 0.0 if total.owner is Owner.FORCE else 0.05 * (len(parts) + 1)  # averages are rounded one by one
    if abs(counted - total.value) <= rounding + 1e-9:
        return None
    return _figure_problem("positions.grades_do_not_sum", total, counted=f"{counted:g}", stated=f"{total.value:g}")


def _total_row_problem(grades: dict[Grade | None, Figure], figures: list[Figure]) -> Problem | None:
    total = grades.get(None)
    if total is None:
        return None
    counted = sum(
        figure.value
        for figure in figures
        if (figure.owner, figure.kind, figure.grade, figure.as_of) == (Owner.FORCE, total.kind, None, total.as_of)
    )
    if counted == total.value:
        return None
    return _figure_problem("total.differs", total, counted=f"{counted:g}", stated=f"{total.value:g}")


def _figure_problem(code: str, figure: Figure, **details: object) -> Problem:
    column = figure.place.column
    return problem(
        code,
        row_number=figure.place.row_number,
        column_letter=column.letter if column else None,
        heading=column.heading if column else None,
        value=f"{figure.value:g}",
        what=figure.what,
        **details,
    )


def group_average_problems(figures: list[Figure], group: tuple[str, ...]) -> list[Problem]:
    """The file's own MSG averages held against ours; an average of any other set of forces is a question."""
    found = []
    for stated in (figure for figure in figures if figure.owner is Owner.GROUP and figure.grade is None):
        cells = {
            figure.force: figure.value
            for figure in figures
            if (figure.owner, figure.kind, figure.grade, figure.as_of) == (Owner.FORCE, stated.kind, None, stated.as_of)
        }
        if not group or set(cells) != set(group):
            column = stated.named.column
            found.append(
                problem(
                    "average.unclear",
                    row_number=stated.named.row_number,
                    column_letter=column.letter if column else None,
                    heading=column.heading if column else None,
                    value=stated.label,
                )
            )
            continue
        mean = sum(cells.values()) / len(cells)
        decimals = len(f"{stated.value:.10g}".partition(".")[2])
        if abs(mean - stated.value) > 0.5 * 10**-decimals + 1e-9:
            found.append(
                _figure_problem(
                    "average.differs",
                    stated,
                    kind=stated.kind.plural,
                    stated=f"{stated.value:g}",
                    computed=f"{mean:.10g}",
                )
            )
    return list(dict.fromkeys(found))
