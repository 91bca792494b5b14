"""The tables of what an upload changes."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from jasc_data.answers.figures.item_states import Change
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.action_text import figure_words
from jasc_data.uploads.dated_impact import DatedChange
from jasc_data.uploads.decided import Decided
from jasc_data.uploads.impact import Effect
from jasc_data.uploads.rows_read import RowsRead
from jasc_data.wording.numbers import short_date

SHOWN = 300
_COLUMNS = {
    Change.OPENED: "Opened",
    Change.CLOSED: "Closed",
    Change.LEFT: "Left otherwise",
    Change.REGRADED: "Regraded",
    Change.CHANGED: "Changed",
}
_SHORT = {kind: "AFIs" if kind is Kind.AFI else kind.heading for kind in Kind}


def counts_table(effect: Effect, part: str) -> pd.DataFrame:
    """How many items went which way, by ``kind``, ``grade`` or ``report``."""
    rows = [
        {part.capitalize(): _named(part, name)}
        | {heading: f"{counts.get(change, 0):,}" for change, heading in _COLUMNS.items()}
        for name, counts in effect.counted_by(part).items()
    ]
    return pd.DataFrame(rows).set_index(part.capitalize()) if rows else pd.DataFrame()


def items_table(effect: Effect) -> pd.DataFrame:
    """The items that change, the first 300, with what differs."""
    rows = [
        {
            "Force": item.force,
            "Item": item.name,
            "Kind": item.kind.singular,
            "Report": item.report,
            "Change": item.change.value,
            "What differs": "; ".join(item.parts),
            "Target date changed so far": f"{item.revisions:,}" if item.revisions else "",
        }
        for item in effect.items[:SHOWN]
    ]
    return pd.DataFrame(rows)


def figures_table(effect: Effect) -> pd.DataFrame:
    """The position figures that change, the first 300."""
    rows = [
        {
            "Force": change.force,
            "Kind": change.kind.singular,
            "Grade": "all" if change.grade is None else str(change.grade),
            "Held now": "not held" if change.before is None else f"{change.before:,}",
            "Then": "not held" if change.after is None else f"{change.after:,}",
        }
        for change in effect.figures[:SHOWN]
    ]
    return pd.DataFrame(rows)


def dates_table(acted: Acted, owners: Collection[str]) -> pd.DataFrame:
    """The headline figures of these forces (or of the nation) that an action changes, a row per date, before and after;
    the first 300 rows."""
    rows: dict[tuple[date, str], dict[str, str]] = {}
    for change in acted.dates:
        if change.owner in owners:
            row = rows.setdefault((change.day, change.owner), _unchanged(change))
            row[_SHORT[change.kind]] = f"{figure_words(change.before, change)} → {figure_words(change.after, change)}"
    return pd.DataFrame(list(rows.values())[:SHOWN])


def words_table(known: Decided) -> pd.DataFrame:
    """What was decided for an upload, a row per decision."""
    return pd.DataFrame(
        {
            "What was decided": [entry.about for entry in known.words],
            "Word": [entry.word for entry in known.words],
            "Taken as": [entry.taken_as for entry in known.words],
        }
    )


def columns_table(known: Decided) -> pd.DataFrame:
    """How each column of an upload was read."""
    return pd.DataFrame(
        {
            "Column": [entry.letter for entry in known.columns],
            "Heading": [entry.heading for entry in known.columns],
            "Read as": [entry.read_as for entry in known.columns],
        }
    )


def rows_table(read: RowsRead) -> pd.DataFrame:
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
    return pd.DataFrame({"Rows": [f"{number:,}" for _, number in lines]}, index=[name for name, _ in lines])


def _unchanged(change: DatedChange) -> dict[str, str]:
    return {"As of": short_date(change.day), "Force": change.owner} | dict.fromkeys(_SHORT.values(), "no change")


def _named(part: str, name: str) -> str:
    if part == "kind":
        return Kind(name).heading
    if part == "grade":
        return "Not graded" if name == Grade.NOT_GRADED else f"Level {name}"
    return name
