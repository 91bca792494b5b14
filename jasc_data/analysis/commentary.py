"""Sentences written from the data, so that the words can never disagree with the figures (rule 13).

The same sentences stand on the page, in the alt texts, on the command line and in the committee's paper.
"""

from collections.abc import Sequence

from jasc_data.analysis.averaged import average_name
from jasc_data.analysis.comparison import Comparison, KindComparison, Rank
from jasc_data.analysis.national import NationalAverage
from jasc_data.analysis.since import Movement
from jasc_data.figures import average, listed, long_date, ordinal, whole_percent
from jasc_data.vocabulary import Kind

CLOSE = 0.05  # under 5% apart, unrounded, is "close to"
_BINARY = 1e-9  # 7 against 20/3 is exactly 5% apart, which binary fractions cannot hold
FEWER_IS_BETTER = "Fewer open is better; fewer open is not the same as safer."


def against(open_: int, mean: float) -> str:
    """How a figure stands against an average, without naming either: ``the same as``, ``close to``, ``22% above``.

    An average of 0 gives no percentage: the figure is ``above`` it.
    """
    if open_ == mean:
        return "the same as"
    if mean == 0:
        return "above"
    apart = (open_ - mean) / mean
    if abs(apart) < CLOSE - _BINARY:
        return "close to"
    return f"{whole_percent(apart)} {'above' if apart > 0 else 'below'}"


def against_average(open_: int, mean: float, name: str, dates: str = "") -> str:
    """The same with the average's name and figure: ``22% above the national average (27.8)``, ``3 against 0``.

    dates: of when the average is, where that must be said.
    """
    if mean == 0 and open_ != 0:
        return f"{open_:,} against {name} of 0{f' ({dates})' if dates else ''}"
    return f"{against(open_, mean)} {name} ({average(mean)}{f', {dates}' if dates else ''})"


def against_nation(open_: int, national: NationalAverage) -> str:
    """The same against the nation; a computed average carries the span of its figures' dates (rule 11)."""
    return against_average(open_, national.value, "the national average", span_words(national))


def span_words(national: NationalAverage) -> str:
    """``of figures of 12 January to 13 April 2023``; blank when its figures are of one date."""
    return f"of figures of {national.when}" if national.of_several_dates else ""


def group_average_name(comparison: Comparison, kind: KindComparison, *, article: bool = True) -> str:
    """Whose average it is: ``the MSG average``, ``the MSG average of the 7 of 8 forces held``, ``the MSG median``."""
    name = average_name(comparison.basis, comparison.home)
    return f"{'the ' if article else ''}{name}{comparison.averaged(kind).words}"


def rank_words(rank: Rank, unit: str = "fewest") -> str:
    """``3rd fewest of 8``, ``joint 4th fewest of 8``, ``fewest of 8``."""
    place = unit if rank.place == 1 else f"{ordinal(rank.place)} {unit}"
    return f"{'joint ' if rank.joint else ''}{place} of {rank.of}"


def kind_sentence(comparison: Comparison, kind: Kind) -> str:
    """One kind's position in one sentence that can stand alone: figure, date, both averages, who has fewer."""
    entry = comparison.kinds[kind]
    if entry.home is None:
        return f"No figure for the {kind.plural} of {comparison.home} is held."
    parts = []
    if entry.group_average is not None and comparison.group:
        name = group_average_name(comparison, entry)
        parts.append(against_average(entry.home.open, entry.group_average, name))
    if entry.national is not None:
        parts.append(against_nation(entry.home.open, entry.national))
    opening = f"On {long_date(entry.home.as_of)} {comparison.home} had {_counted_open(kind, entry.home.open)}"
    words = f"{opening}, {' and '.join(parts)}" if parts else opening
    return f"{words}{_who_has_fewer(entry)}."


def _counted_open(kind: Kind, number: int) -> str:
    return f"{number:,} open {kind.singular if number == 1 else kind.plural}"


def _who_has_fewer(entry: KindComparison) -> str:
    """``; in the MSG only Norfolk had fewer and Suffolk as many`` -- or the rank, when many had fewer."""
    if entry.rank is None or entry.rank.of < 2 or entry.home is None:
        return ""
    fewer = [member.force for member in entry.members if member.open < entry.home.open]
    as_many = f" and {listed(entry.rank.tied)} as many" if entry.rank.tied else ""
    if not fewer:
        return f"; no force in the MSG had fewer{as_many}"
    if len(fewer) <= 3:
        return f"; in the MSG {'only ' if len(fewer) < 3 else ''}{listed(fewer)} had fewer{as_many}"
    return f"; {rank_words(entry.rank)} forces in the MSG"


def sentences(comparison: Comparison) -> tuple[str, ...]:
    """A sentence for each kind, or the one sentence that says that nothing is held."""
    if comparison.as_of is None:
        return ("No figures are held.",)
    return tuple(kind_sentence(comparison, kind) for kind in Kind)


def headline(comparison: Comparison) -> str:
    """The page's message: how the home force stands against the nation (else its group) on the three kinds."""
    if not comparison.home_is_held:
        return f"No figures of {comparison.home} are held"
    nation = [
        (entry, entry.national.value)
        for entry in comparison.kinds.values()
        if entry.home and entry.national is not None
    ]
    if nation:
        return _capital(_against_one("the national average", nation))
    averages = _averages(comparison)
    if not averages:
        counts = [
            f"{kind.counted(entry.home.open)}" for kind, entry in comparison.kinds.items() if entry.home is not None
        ]
        return f"{comparison.home}: {listed(counts)} open"
    return _capital("; ".join(_against_one(name, entries) for name, entries in averages))


def _averages(comparison: Comparison) -> list[tuple[str, list[tuple[KindComparison, float]]]]:
    """The group's averages by name, each with its kinds: averages of other forces are not one (rule 10)."""
    found: dict[tuple[str, frozenset[str]], list[tuple[KindComparison, float]]] = {}
    for entry in comparison.kinds.values():
        if entry.home is not None and entry.group_average is not None:
            key = (group_average_name(comparison, entry), frozenset(comparison.averaged(entry).forces))
            found.setdefault(key, []).append((entry, entry.group_average))
    return [(name, entries) for (name, _), entries in found.items()]


def _against_one(name: str, entries: Sequence[tuple[KindComparison, float]]) -> str:
    """How the kinds stand against an average of one name, which is ``it`` from the second clause on."""
    clauses = []
    for direction, words in _directions(entries).items():
        clauses.append(f"{listed(words)} {direction} {name}")
        name = "it"
    return ", ".join(clauses)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _directions(entries: Sequence[tuple[KindComparison, float]]) -> dict[str, list[str]]:
    """The kinds grouped by how they stand: below first, then the same and close, then above."""
    grouped: dict[str, list[str]] = {"below": [], "the same as": [], "close to": [], "above": []}
    for entry, mean in entries:
        if entry.home is None:
            continue
        kind = entry.kind
        percent, _, direction = against(entry.home.open, mean).rpartition(" ")
        if direction in ("above", "below"):
            grouped[direction].append(f"{kind.plural} {percent}".strip())
        else:
            grouped[f"{percent} {direction}"].append(kind.plural)
    return {direction: words for direction, words in grouped.items() if words}


def movement_words(movement: Movement) -> str:
    """``2 more than on 5 June 2023 (102)``, ``as many as on 5 June 2023 (104)``."""
    day, earlier = long_date(movement.earlier.as_of), f"{movement.earlier.open:,}"
    if movement.difference == 0:
        return f"as many as on {day} ({earlier})"
    return f"{abs(movement.difference):,} {'more' if movement.difference > 0 else 'fewer'} than on {day} ({earlier})"
