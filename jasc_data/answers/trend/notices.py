"""What must be said beside the lines of the trend: of which forces the averages are, of which dates, of which group."""

from collections.abc import Callable, Sequence
from datetime import date

from jasc_data.answers.trend.answer import Point, Trend
from jasc_data.answers.trend.text import group_line_name
from jasc_data.domain.peer_groups import Revision
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.wording.numbers import listed, long_date


def trend_notices(trend: Trend, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[str, ...]:
    """The notices about the lines of these kinds; a kind without a figure of the home force has none."""
    drawn = [kind for kind in kinds if trend.figures(kind)]
    points = {kind: [point for point in trend.kinds[kind] if point.group_size] for kind in drawn}
    found = [_revised(revision) for revision in trend.revisions]
    found += _partial(trend, points)
    found += _alone(points)
    found += _older(points)
    if trend.kinds and not any(point.group_size for of_kind in trend.kinds.values() for point in of_kind):
        when = f"On {long_date(trend.as_of)} n" if trend.as_of else "N"
        found.append(f"{when}o most similar group is held for {trend.home}, so there is no MSG average.")
    return tuple(found)


def _who_came_and_went(revision: Revision) -> str:
    """``Kent in place of Suffolk``, ``with Kent``, ``without Suffolk``."""
    came = listed([force for force in revision.after if force not in revision.before])
    went = listed([force for force in revision.before if force not in revision.after])
    if came and went:
        return f"{came} in place of {went}"
    return f"with {came}" if came else f"without {went}"


def _revised(revision: Revision) -> str:
    start = f"From {long_date(revision.start)}"
    if not revision.before:
        return f"{start} the group is {listed(revision.after)}; none is held before."
    return (
        f"{start} the group is {listed(revision.after)}: {_who_came_and_went(revision)}. "
        "Each average is of the group at its date."
    )


_Points = dict[Kind, list[Point]]


def _partial(trend: Trend, points: _Points) -> list[str]:
    """The dates on which an average is drawn that is not of all the forces it could be of."""
    days = _days(points, lambda point: point.group_average is not None and not point.averaged.whole)
    name = group_line_name(trend)
    whole = "all the others" if trend.basis is AverageBasis.WITHOUT_US else "the whole group"
    return [
        f"On {_when(of)} the {name}{_of_kinds(points, kinds)} is not of {whole}; the table says of how many forces."
        for of, kinds in days.items()
    ]


def _alone(points: _Points) -> list[str]:
    days = _days(points, lambda point: point.group_average is None)
    return [
        f"On {_when(of)} no other force of the group is held{_for_kinds(points, kinds)}, "
        "so no MSG average is drawn there."
        for of, kinds in days.items()
    ]


def _older(points: _Points) -> list[str]:
    """Averages at the latest date whose other figures are all older than it."""
    found: dict[date, list[Kind]] = {}
    for kind, of_kind in points.items():
        newest = of_kind[-1].others_as_of if of_kind else None
        if newest and newest != of_kind[-1].day:
            found.setdefault(newest, []).append(kind)
    return [
        f"At the latest date the newest figures of the other forces{_for_kinds(points, kinds)} are of "
        f"{long_date(newest)}: an average is of what was held at its date, none of it older than 92 days."
        for newest, kinds in found.items()
    ]


def _days(points: _Points, fits: Callable[[Point], bool]) -> dict[frozenset[date], list[Kind]]:
    """The dates whose points fit, each set of dates once with the kinds that it is of."""
    found: dict[frozenset[date], list[Kind]] = {}
    for kind, of_kind in points.items():
        days = frozenset(point.day for point in of_kind if fits(point))
        if days:
            found.setdefault(days, []).append(kind)
    return found


def _of_kinds(points: _Points, kinds: Sequence[Kind]) -> str:
    """`` of AFIs``; blank when it is so of every kind that is drawn."""
    return "" if len(kinds) == len(points) else f" of {listed([kind.plural for kind in kinds])}"


def _for_kinds(points: _Points, kinds: Sequence[Kind]) -> str:
    return "" if len(kinds) == len(points) else f" for {listed([kind.plural for kind in kinds])}"


def _when(days: frozenset[date]) -> str:
    if len(days) == 1:
        return long_date(min(days))
    return f"{len(days):,} of the dates from {long_date(min(days))} to {long_date(max(days))}"
