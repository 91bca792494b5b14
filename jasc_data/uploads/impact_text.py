"""What an upload changes, in sentences."""

from dataclasses import fields

from jasc_data.domain.rank import Rank
from jasc_data.domain.vocabulary import ExportType
from jasc_data.intake.uploads import CheckedFile
from jasc_data.uploads.impact import Effect, HeadlineEffect
from jasc_data.wording.definitions import LEFT_WORDS
from jasc_data.wording.numbers import counted, listed, long_date
from jasc_data.wording.standing import rank_words

_WORDS = {
    "opened": "opened",
    "closed": "closed",
    "left": f"{LEFT_WORDS} (superseded or no longer for the force)",
    "regraded": "regraded",
    "changed": "changed",
    "unchanged": "unchanged",
}


def change_sentences(effect: Effect, export_type: ExportType | None, home: str) -> tuple[str, ...]:
    """How many items or figures change and how, and what becomes of the home force's headline figures."""
    changes = effect.changes
    if export_type is ExportType.POSITIONS:
        new = "is new or differs" if changes.changed == 1 else "are new or differ"
        same = "is" if changes.unchanged == 1 else "are"
        first = f"{counted(changes.changed, 'figure')} {new} from what is held, {changes.unchanged:,} {same} the same."
        return (first, *headline_sentences(effect, home))
    counts = [
        f"{getattr(changes, field.name):,} {_WORDS[field.name]}"
        for field in fields(changes)
        if getattr(changes, field.name)
    ]
    parts = [
        f"{number:,} with a new {name}"
        for name, number in (
            ("status", effect.with_part("status")),
            ("target date", effect.with_part("target date")),
            ("text", effect.with_part("text")),
        )
        if number
    ]
    lines = [f"Items: {listed(counts) if counts else 'none'}."]
    if parts:
        lines.append(f"Of those changed or regraded: {listed(parts)}.")
    return (*lines, *headline_sentences(effect, home))


def headline_sentences(effect: Effect, home: str) -> tuple[str, ...]:
    """``Recommendations of West Mercia: 104 to 97; 3rd fewest of 8 to 2nd fewest of 8.``"""
    moved = [_moved(entry, home) for entry in effect.headlines if entry.differs]
    if moved or not effect.headlines:
        return tuple(moved)
    return (f"The headline figures of {home} stay as they are.",)


def read_sentences(checked: CheckedFile) -> tuple[str, ...]:
    """What was read: the layout and encoding, then a sentence for each date."""
    if checked.encoding is None:
        return ()
    layout = checked.layout or "a layout that is not known yet"
    lines = [f"{checked.file_name}: {layout}; {checked.encoding}, {checked.delimiter}."]
    for upload in checked.uploads:
        rows = counted(upload.row_count, "item" if upload.export_type is ExportType.ITEMS else "figure")
        forces = listed(upload.forces) if len(upload.forces) <= 8 else f"{len(upload.forces)} forces"
        nation = " National averages are given." if upload.nationals else ""
        lines.append(f"{rows} as of {long_date(upload.as_of)}, for {forces or 'no force'}.{nation}")
    return tuple(lines)


def _moved(entry: HeadlineEffect, home: str) -> str:
    figures = _figures(entry.open_before, entry.open_after)
    return f"{entry.kind.heading} of {home}: {figures}{_ranks(entry.rank_before, entry.rank_after)}."


def _figures(before: int | None, after: int | None) -> str:
    if before == after:
        return "as before" if after is None else f"{after:,} as before"
    if before is None:
        return f"{after:,}, not held before"
    return f"{before:,} before, no longer held" if after is None else f"{before:,} to {after:,}"


def _ranks(before: Rank | None, after: Rank | None) -> str:
    if before == after:
        return ""
    if before is None or after is None:
        return f"; {rank_words(after)} now, no MSG rank before" if after else "; no MSG rank any more"
    return f"; MSG rank {rank_words(before)} to {rank_words(after)}"
