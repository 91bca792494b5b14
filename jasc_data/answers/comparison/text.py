"""Sentences written from the data, so that the words can never disagree with the figures (rule 13).

The same sentences stand on the page, in the alt texts, on the command line and in the committee's paper.
"""

from datetime import date

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.figures.averaged import average_name
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.answers.movement.answer import Movement
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import listed, long_date, short_date
from jasc_data.wording.standing import Beside, rank_words, with_both

_NAMED = 3  # of forces that have as many, so many are named and more are counted


def averages_beside(comparison: Comparison, entry: KindComparison) -> list[Beside]:
    """The averages that a kind's figure stands against; a computed one of the nation carries its span (rule 11)."""
    found = []
    if entry.group_average is not None and comparison.group:
        found.append(Beside(entry.group_average, group_average_name(comparison, entry)))
    if entry.national is not None:
        found.append(national_beside(entry.national))
    return found


def national_beside(national: NationalAverage) -> Beside:
    """The nation's average as a figure is held against it."""
    return Beside(national.value, "the national average", span_words(national))


def span_words(national: NationalAverage) -> str:
    """``of figures of 12 January to 13 April 2023``; blank when its figures are of one date."""
    return f"of figures of {national.when}" if national.of_several_dates else ""


def group_average_name(comparison: Comparison, kind: KindComparison, *, article: bool = True) -> str:
    """Whose average it is: ``the MSG average``, ``the MSG average of the 7 of 8 forces held``, ``the MSG median``."""
    name = average_name(comparison.basis, comparison.home)
    return f"{'the ' if article else ''}{name}{comparison.averaged(kind).words}"


def kind_sentence(comparison: Comparison, kind: Kind) -> str:
    """One kind's position in one sentence that can stand alone: figure, date, both averages, who has fewer."""
    entry = comparison.kinds[kind]
    if entry.home is None:
        return no_figure(kind, comparison.home, comparison.as_of)
    averages = averages_beside(comparison, entry)
    opening = f"On {long_date(entry.home.as_of)} {comparison.home} had {counted_open(kind, entry.home.open)}"
    words = f"{opening}, {with_both(entry.home.open, averages)}" if averages else opening
    return f"{words}{_who_has_fewer(entry)}."


def counted_open(kind: Kind, number: int) -> str:
    """``104 open recommendations``, ``no open AFIs``."""
    return f"{number:,} open {kind.singular if number == 1 else kind.plural}" if number else f"no open {kind.plural}"


def _who_has_fewer(entry: KindComparison) -> str:
    """``; in the MSG only Norfolk had fewer and Suffolk as many`` -- or the rank, when many had fewer."""
    if entry.rank is None or entry.rank.of < 2 or entry.home is None:
        return ""
    fewer = [member.force for member in entry.members if member.open < entry.home.open]
    tied = entry.rank.tied
    as_many = f" and {listed(tied) if len(tied) <= _NAMED else f'{len(tied)} others'} as many" if tied else ""
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


def position_sentences(comparison: Comparison) -> tuple[str, ...]:
    """The same with how the figures stand among all forces of the nation, where all are held."""
    nation = nation_sentence(comparison)
    return (*sentences(comparison), *([nation] if nation else []))


def nation_sentence(comparison: Comparison) -> str:
    """How many of the other forces of the nation have more open; blank unless all are held (rule 11)."""
    found = [
        f"{rank.of - rank.place - len(rank.tied):,} have more open {kind.plural}"
        for kind, entry in comparison.kinds.items()
        if (rank := entry.national_rank) and entry.home
    ]
    others = len(next(iter(comparison.kinds.values())).nation) - 1
    return f"Of the {others} other forces of England and Wales, {listed(found)}." if found else ""


def strip_ends(entry: KindComparison) -> tuple[str, str, str, str]:
    """The forces at both ends of the group's line, each with its figure; several at one end are counted."""
    fewest, most = entry.members[0].open, entry.members[-1].open
    return _at(entry, fewest), f"{fewest:,}", _at(entry, most), f"{most:,}"


def _at(entry: KindComparison, open_: int) -> str:
    forces = [member.force for member in entry.members if member.open == open_]
    return forces[0] if len(forces) == 1 else f"{len(forces)} forces"


def no_figure(kind: Kind, home: str, day: date | None) -> str:
    """That a kind's figure is not held, and on which date."""
    return f"{f'On {long_date(day)} n' if day else 'N'}o figure for the {kind.plural} of {home} is held."


def movement_mark(movement: Movement) -> str:
    """The same as a mark beside a figure: ``8 fewer than 5 Jun 2023``."""
    day = short_date(movement.earlier.as_of)
    if movement.difference == 0:
        return f"as many as {day}"
    return f"{abs(movement.difference):,} {'more' if movement.difference > 0 else 'fewer'} than {day}"


def movement_words(movement: Movement) -> str:
    """``2 more than on 5 June 2023 (102)``, ``as many as on 5 June 2023 (104)``."""
    day, earlier = long_date(movement.earlier.as_of), f"{movement.earlier.open:,}"
    if movement.difference == 0:
        return f"as many as on {day} ({earlier})"
    return f"{abs(movement.difference):,} {'more' if movement.difference > 0 else 'fewer'} than on {day} ({earlier})"
