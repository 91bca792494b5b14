"""The tables of what an upload changes."""

from collections.abc import Collection
from datetime import date

from jasc_data.answers.figures.item_states import Change
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.table_spec import NOT_HELD, Column, Contents, Format, Missing, TableSpec, rows_of
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.action_text import figure_words
from jasc_data.uploads.decided import Decided
from jasc_data.uploads.impact import Effect
from jasc_data.uploads.rows_read import RowsRead
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.grades import grade_words

SHOWN = 300
_COLUMNS = {
    Change.OPENED: "Opened",
    Change.CLOSED: "Closed",
    Change.LEFT: LEFT,
    Change.REGRADED: "Regraded",
    Change.CHANGED: "Changed",
}
_NO_CHANGE = Missing("no change")
_SHORT = {kind: "AFIs" if kind is Kind.AFI else kind.heading for kind in Kind}


def counts_table(effect: Effect, part: str) -> TableSpec:
    """How many items went which way, by ``kind``, ``grade`` or ``report``."""
    columns = (Column(part.capitalize()), *(Column(heading, Format.COUNT) for heading in _COLUMNS.values()))
    rows: list[Contents] = [
        (_named(part, name), *(counts.get(change, 0) for change in _COLUMNS))
        for name, counts in effect.counted_by(part).items()
    ]
    return TableSpec(columns, rows_of(rows), f"Changes by {part}")


def items_table(effect: Effect) -> TableSpec:
    """The items that change, the first 300, with what differs."""
    headings = ("Force", "Item", "Kind", "Report", "Change", "What differs")
    columns = (*(Column(heading) for heading in headings), Column("Target date changed so far", Format.COUNT))
    rows = [
        (
            item.force,
            item.name,
            item.kind.singular,
            item.report,
            item.change.value,
            "; ".join(item.parts),
            item.revisions or None,
        )
        for item in effect.items[:SHOWN]
    ]
    return TableSpec(columns, rows_of(rows), "The items that change", headed_rows=False)


def figures_table(effect: Effect) -> TableSpec:
    """The position figures that change, the first 300."""
    columns = (
        *(Column(heading) for heading in ("Force", "Kind", "Grade")),
        *(Column(heading, Format.COUNT) for heading in ("Held now", "Then")),
    )
    rows = [
        (
            change.force,
            change.kind.singular,
            "all" if change.grade is None else str(change.grade),
            NOT_HELD if change.before is None else change.before,
            NOT_HELD if change.after is None else change.after,
        )
        for change in effect.figures[:SHOWN]
    ]
    return TableSpec(columns, rows_of(rows), "The figures that change", headed_rows=False)


def dates_table(acted: Acted, owners: Collection[str], caption: str) -> TableSpec:
    """The headline figures of these forces (or of the nation) that an action changes, a row per date, before and after;
    the first 300 rows."""
    changed: dict[tuple[date, str], dict[Kind, str]] = {}
    for change in acted.dates:
        if change.owner in owners:
            words = f"{figure_words(change.before, change)} → {figure_words(change.after, change)}"
            changed.setdefault((change.day, change.owner), {})[change.kind] = words
    columns = (Column("As of", Format.SHORT_DATE), Column("Force"), *(Column(_SHORT[kind]) for kind in Kind))
    rows: list[Contents] = [(*of, *(figures.get(kind, _NO_CHANGE) for kind in Kind)) for of, figures in changed.items()]
    return TableSpec(columns, rows_of(rows[:SHOWN]), caption, headed_rows=False)


def words_table(known: Decided, number: int) -> TableSpec:
    """What was decided for the upload of that number, a row per decision."""
    columns = (Column("What was decided"), Column("Word"), Column("Taken as"))
    rows = rows_of((entry.about, entry.word, entry.taken_as) for entry in known.words)
    return TableSpec(columns, rows, f"What was decided for upload {number}", headed_rows=False)


def columns_table(known: Decided, number: int) -> TableSpec:
    """How each column of the upload of that number was read."""
    columns = (Column("Column"), Column("Heading"), Column("Read as"))
    rows = rows_of((entry.letter, entry.heading, entry.read_as) for entry in known.columns)
    return TableSpec(columns, rows, f"How the columns of upload {number} were read", headed_rows=False)


def rows_table(read: RowsRead) -> TableSpec:
    """What the rows of one date come to, so that they can be added up by eye."""
    lines = (
        ("Open: new", read.new),
        ("Open: unchanged", read.unchanged),
        ("Open: changed", read.changed),
        ("Open: regraded", read.regraded),
        ("Closed in the file", read.closed),
        ("Superseded in the file", read.superseded),
        ("For other bodies", read.for_others),
        ("Rows read", read.rows),
    )
    return TableSpec((Column(""), Column("Rows", Format.COUNT)), rows_of(lines), "What the rows come to")


def _named(part: str, name: str) -> str:
    if part == "kind":
        return Kind(name).heading
    if part == "grade":
        return grade_words(Grade(name))
    return name
