"""The committee paper's table, kinds down and forces across, and the tables beside the charts, a row per force."""

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.text import group_average_name
from jasc_data.answers.figures.averaged import average_name
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import NOT_HELD, Cell, Column, Content, Contents, Format, Span, TableSpec, rows_of
from jasc_data.wording.standing import rank_words

_FORCES = (
    Column("Force"),
    Column("Open", Format.COUNT),
    Column("As of", Format.LONG_DATE),
    Column("From"),
)


def paper_table(comparison: Comparison) -> TableSpec:
    """Open counts, a row per kind; a figure that is not held says so and is never 0."""
    home, group = comparison.home, comparison.group
    forces = group if home in group else (*group, home)
    columns = [
        Column("Open"),
        *(Column(force, Format.COUNT, emphasised=force == home) for force in forces),
        *([Column(average_name(comparison.basis, home), Format.AVERAGE)] if group else []),
        Column("National average", Format.AVERAGE),
    ]
    rows = [
        (
            kind.heading,
            *(_open(comparison, entry, force) for force in forces),
            *([_group_average(comparison, entry)] if group else []),
            national_cell(entry.national),
        )
        for kind, entry in comparison.kinds.items()
    ]
    return TableSpec(tuple(columns), rows_of(rows), "Open items by kind and force, with both averages")


def box_table(comparison: Comparison) -> TableSpec:
    """The current position and no more: how many of each kind the home force has open."""
    rows: list[Contents] = [(kind.heading, _home_open(entry)) for kind, entry in comparison.kinds.items()]
    columns = (Column(comparison.home), Column("Open", Format.COUNT, emphasised=True))
    return TableSpec(columns, rows_of(rows), f"Current position of {comparison.home}")


def _home_open(entry: KindComparison) -> Content:
    return entry.home.open if entry.home else NOT_HELD


def averages_table(comparison: Comparison) -> TableSpec:
    """The averages and no more: those of the group, where one is held, and of the nation, by kind."""
    columns = (
        Column("Averages"),
        *([Column(average_name(comparison.basis, comparison.home), Format.AVERAGE)] if comparison.group else []),
        Column("National average", Format.AVERAGE),
    )
    rows: list[Contents] = [
        (
            kind.heading,
            *([_group_average(comparison, entry)] if comparison.group else []),
            national_cell(entry.national),
        )
        for kind, entry in comparison.kinds.items()
    ]
    return TableSpec(columns, rows_of(rows), "MSG and national averages" if comparison.group else "National averages")


def headline_table(comparison: Comparison) -> TableSpec:
    """The home force alone, a row per kind: its figure with date and source, its rank in the group, both averages."""
    columns = (
        Column(comparison.home),
        Column("Open", Format.COUNT),
        Column("As of", Format.SHORT_DATE),
        Column("From"),
        Column("Rank in the MSG"),
        Column(average_name(comparison.basis, comparison.home), Format.AVERAGE),
        Column("National average", Format.AVERAGE),
    )
    rows = [
        (
            kind.heading,
            entry.home.open if entry.home else NOT_HELD,
            entry.home.as_of if entry.home else None,
            entry.home.source.value if entry.home else None,
            rank_words(entry.rank) if entry.rank else None,
            _group_average(comparison, entry),
            _with_source(entry.national),
        )
        for kind, entry in comparison.kinds.items()
    ]
    return TableSpec(columns, rows_of(rows), f"The headline figures of {comparison.home}")


def _with_source(national: NationalAverage | None) -> Cell:
    return Cell(national.value, (", ".join((national.source, *national.notes)),)) if national else Cell(NOT_HELD)


def _open(comparison: Comparison, entry: KindComparison, force: str) -> Content:
    """What the force had open; the home force's own figure also where it is too old to compare, with its date."""
    if force == comparison.home and entry.home:
        too_old = force in entry.not_held
        return Cell(entry.home.open, (entry.home.as_of,) if too_old else ())
    return next((member.open for member in entry.members if member.force == force), NOT_HELD)


def _group_average(comparison: Comparison, entry: KindComparison) -> Cell:
    """The group's average, and of how many where it is not of all: each kind has its own count."""
    if entry.group_average is None:
        return Cell(NOT_HELD)
    return Cell(entry.group_average, comparison.averaged(entry).notes)


def national_cell(national: NationalAverage | None) -> Cell:
    """The national average, with its dates where they are several."""
    return Cell(national.value, national.notes) if national else Cell(NOT_HELD)


def kind_table(comparison: Comparison, kind: Kind) -> TableSpec:
    """The chart's figures, a row per force, with the averages below and every figure's own date."""
    entry = comparison.kinds[kind]
    rows: list[Contents] = [(one.force, one.open, one.as_of, one.source.value) for one in entry.members]
    for force in entry.not_held:
        if entry.home and force == comparison.home:
            rows.append((force, entry.home.open, entry.home.as_of, f"{entry.home.source}, too old to compare"))
        else:
            rows.append((force, NOT_HELD, None, None))
    if entry.group_average is not None:
        name = group_average_name(comparison, entry, article=False)
        rows.append((name, Cell(entry.group_average, format=Format.AVERAGE), None, "computed"))
    return TableSpec(_FORCES, rows_of([*rows, _national_row(entry.national)], comparison.home))


def _national_row(national: NationalAverage | None) -> Contents:
    if national is None:
        return "National average", NOT_HELD, None, None
    return "National average", Cell(national.value, format=Format.AVERAGE), Span(*national.dates), national.source.value


def sources_table(comparison: Comparison) -> TableSpec:
    """Where the home force's headline figures come from, a row per kind."""
    columns = (Column("Figure"), *_FORCES[1:], Column("File"))
    rows = rows_of(
        (f"{one.kind.heading}, {one.force}", one.open, one.as_of, f"{one.source} export", one.file_name)
        for one in comparison.headlines
        if one.force == comparison.home
    )
    return TableSpec(columns, rows, f"Where the figures of {comparison.home} come from", headed_rows=False)


def nation_table(entry: KindComparison, home: str) -> TableSpec:
    """All the nation's forces, a row each, fewest open first."""
    columns = (Column("Force"), Column("Rank", Format.COUNT), *_FORCES[1:3])
    rows = [
        (one.force, 1 + sum(other.open < one.open for other in entry.nation), one.open, one.as_of)
        for one in entry.nation
    ]
    return TableSpec(columns, rows_of(rows, home))
