"""What withdrawing or restoring an upload changed, or would change, in sentences."""

from collections.abc import Iterable

from jasc_data.domain.vocabulary import ExportType, LogAction
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.dated_impact import DatedChange, DatedFigure
from jasc_data.uploads.impact_text import headline_sentences
from jasc_data.uploads.replaced import NATION
from jasc_data.wording.numbers import average, listed, long_date, short_date

_DATES_NAMED = 4
_NOTHING = "not held"


def done_sentences(acted: Acted, home: str) -> tuple[str, ...]:
    """What happened: ``Upload 3 of 4 September 2023 is withdrawn: for West Mercia, ...``; what of other dates."""
    upload = acted.upload
    became = "withdrawn" if acted.action is LogAction.WITHDRAWN else "live again"
    moved = [_moved(change) for change in acted.dates if (change.day, change.owner) == (upload.as_of, home)]
    first = f"Upload {upload.upload_id} of {long_date(upload.as_of)} is {became}"
    first += f": for {home}, {listed(moved)}." if moved else "."
    return (first, *_whole(acted, home))


def foretold_sentences(acted: Acted, home: str) -> tuple[str, ...]:
    """What the action would change, before it is done."""
    if acted.changes_nothing:
        return _whole(acted, home)
    return (_own_date(acted), _latest(acted, home), *_whole(acted, home))


def figure_words(figure: DatedFigure | None, change: DatedChange) -> str:
    """``104``; ``119, of 5 Jun 2023`` where it comes from an earlier export than the other of the two."""
    if figure is None:
        return _NOTHING
    number = average(figure.value) if change.owner == NATION else f"{figure.value:,.0f}"
    dates = {entry.as_of for entry in (change.before, change.after) if entry}
    older = figure.as_of != change.day and len(dates) > 1
    return f"{number}, of {short_date(figure.as_of)}" if older else number


def _own_date(acted: Acted) -> str:
    """What changes at the upload's own date: items that count as open or no longer do, or figures."""
    day, changes = long_date(acted.upload.as_of), acted.effect.changes
    if acted.upload.export_type is ExportType.POSITIONS:
        return f"At {day}: {_counted(changes.changed, 'figure')} of positions would change."
    counts = (
        (changes.opened, "more would count as open"),
        (changes.closed + changes.left, "would no longer count as open"),
        (changes.regraded, "would be of another grade"),
        (changes.changed, "would differ otherwise"),
    )
    said = [f"{number:,} {words}" for number, words in counts if number]
    return f"Items at {day}: {listed(said) if said else 'none would change'}."


def _latest(acted: Acted, home: str) -> str:
    """What becomes of the figures that the pages show now."""
    if any(entry.differs for entry in acted.effect.headlines):
        return " ".join(("At the latest date held:", *headline_sentences(acted.effect, home)))
    return f"At the latest date held, the headline figures of {home} stay as they are."


def _whole(acted: Acted, home: str) -> tuple[str, ...]:
    """What becomes of other dates and other forces; or why nothing changes."""
    if acted.changes_nothing:
        return (f"It changes no figure{_because(acted)}.",)
    days, lines = acted.other_days, []
    if days:
        named = _named([long_date(day) for day in days])
        lines.append(f"It changes figures of {_counted(len(days), 'other date')} as well: {named}.")
    else:
        lines.append("No headline figure of another date changes.")
    others = {change.owner for change in acted.dates} - {home, NATION}
    if others:
        lines.append(f"Figures of other forces that change: {_named(sorted(others))}.")
    if any(change.owner == NATION for change in acted.dates):
        lines.append("Published national averages change.")
    return tuple(lines)


def _because(acted: Acted) -> str:
    numbers = [str(number) for number in acted.upload.replaced_by]
    if not numbers:
        return ""
    several = len(numbers) > 1
    return f", because upload{'s' if several else ''} {listed(numbers)} replace{'' if several else 's'} it"


def _moved(change: DatedChange) -> str:
    """``recommendations are 104 (before: 97)``."""
    now, before = figure_words(change.after, change), figure_words(change.before, change)
    return f"{change.kind.plural} are {now} (before: {before})"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _named(names: Iterable[str]) -> str:
    """Few by name; many by the first and the number of the rest."""
    known = list(names)
    if len(known) <= _DATES_NAMED:
        return listed(known)
    return f"{', '.join(known[: _DATES_NAMED - 1])} and {len(known) - _DATES_NAMED + 1:,} more"
