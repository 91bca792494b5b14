"""What is written at lines over dates: names and last figures at their ends, the home force's figures at its points."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import DatedLine
from jasc_data.drawing.plotly_charts.dated_line import on_axis
from jasc_data.drawing.plotly_charts.written import BREAK, wrapped
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import average

_LABEL_HEIGHT = 52  # a label at a line's end: a line for the name, one for the figure
_LINE = 22
_WIDTHS = {True: 16, False: 11}  # characters of a line of a name, in a wide picture or a narrow one
_NEAR_THE_FOOT = 0.2  # share of the highest figure: lower than this a figure would run over the dates
_CHARACTER = {True: 0.015, False: 0.05}  # share of the plot's width that a character of a figure takes, wide or narrow
_PRINTED = 14  # with more points, or in a narrow picture, only the first figure is printed besides the last


def end_name(line: DatedLine, *, wide: bool) -> str:
    """The line's name in lines: the longest telling in a wide picture, the shortest in a narrow one."""
    tellings = line.names or (line.name,)
    return wrapped(tellings[0 if wide else -1], _WIDTHS[wide])


def end_labels(lines: Sequence[DatedLine], reach: float, height: float, *, wide: bool) -> list[dict[str, object]]:
    """Each line's name and last figure right of it, pushed apart where they would collide.

    reach: the value at the plot's top. height: the plot's in pixels.
    """
    named = [(line, end_name(line, wide=wide)) for line in lines]
    tall = [_LABEL_HEIGHT + _LINE * name.count(BREAK) for _, name in named]
    places = _apart([line.points[-1][1] / reach * height for line in lines], tall, height)
    return [_end_label(line, name, place) for (line, name), place in zip(named, places, strict=True)]


def _apart(wanted: Sequence[float], tall: Sequence[int], height: float) -> list[float]:
    """Places near those that are wanted, so far from each other and the dates along the foot that none collide."""
    from_the_top = sorted(range(len(wanted)), key=lambda at: -wanted[at])
    places = list(wanted)
    ceiling = height + 20.0
    for at in from_the_top:
        places[at] = min(places[at], ceiling - tall[at] / 2)
        ceiling = places[at] - tall[at] / 2
    floor = 2.0  # clear of the dates
    for at in reversed(from_the_top):
        places[at] = max(places[at], floor + tall[at] / 2)
        floor = places[at] + tall[at] / 2
    return places


def _end_label(line: DatedLine, name: str, place: float) -> dict[str, object]:
    return {
        "text": f"{name}{BREAK}<b>{value_words(line, line.points[-1][1])}</b>",
        "font": {"color": theme.FILLS[line.role]},
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 4,
        "y": 0,
        "yref": "paper",
        "yanchor": "middle",
        "yshift": place,
        "align": "left",
        "showarrow": False,
    }


def figures_at_points(lines: Sequence[DatedLine], *, wide: bool) -> list[dict[str, object]]:
    """The home force's figures at its points where they fit, else at the first one (the last stands at the end).

    A figure stands above its point, or below it where the line goes up from there or an average runs above. One that
    stands alone is as long as many points are wide: it clears whatever runs there.
    """
    home = next(line for line in lines if line.role is Role.HOME)
    points = home.points
    foot = _NEAR_THE_FOOT * max(value for _, value in points)
    if len(points) > _PRINTED or not wide:
        return [_at_first(home, lines, foot, wide=wide)] if len(points) > 1 else []
    averages = [dict(line.points) for line in lines if line is not home]
    found = []
    for place, (day, value) in enumerate(points[:-1]):
        rises = points[place + 1][1] > value
        below = rises or any(average_line.get(day, value) > value for average_line in averages)
        found.append(_at_point(home, day, value, first=place == 0, below=below and value > foot, clear_of=value))
    return found


def _at_first(home: DatedLine, lines: Sequence[DatedLine], foot: float, *, wide: bool) -> dict[str, object]:
    """The first figure, over all that runs where it stands, or under it where that is nearer and above the foot."""
    (day, value), (last, _) = home.points[0], home.points[-1]
    reaches = on_axis([day, day + (last - day) * (len(value_words(home, value)) * _CHARACTER[wide])])
    running = [value]
    for line in lines:
        at, values = on_axis([day for day, _ in line.points]), [value for _, value in line.points]
        running += [float(found) for found in np.interp(reaches, at, values)]
        running += [found for x, found in zip(at, values, strict=True) if reaches[0] <= x <= reaches[1]]
    over, under = max(running), min(running)
    below = over - value > value - under and under > foot
    return _at_point(home, day, value, first=True, below=below, clear_of=under if below else over)


def _at_point(
    line: DatedLine, day: date, value: float, *, first: bool, below: bool, clear_of: float
) -> dict[str, object]:
    return {
        "text": f"<b>{value_words(line, value)}</b>",
        "font": {"color": theme.FILLS[line.role]},
        "bgcolor": "rgba(255,255,255,0.8)",  # an average may run behind it
        "borderpad": 0,
        "x": day.isoformat(),
        "xanchor": "left" if first else "center",
        "xshift": 3 if first else 0,
        "y": clear_of,
        "yanchor": "top" if below else "bottom",
        "yshift": -5 if below else 5,
        "showarrow": False,
    }


def value_words(line: DatedLine, value: float) -> str:
    """A figure of the line: a count, or an average to one decimal."""
    return f"{value:,.0f}" if line.whole else average(value)
