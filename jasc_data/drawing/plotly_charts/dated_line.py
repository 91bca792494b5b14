"""A line over dates: broken where two of its points lie more than 120 days apart, so that a gap shows as a gap."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from jasc_data.domain.policy import BREAKS_AFTER
from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import DatedLine
from jasc_data.drawing.plotly_charts.average_lines import DASHES
from jasc_data.drawing.plotly_charts.written import written
from jasc_data.drawing.roles import Role

Numbers = npt.NDArray[np.float64]
_MARKED = 60  # with more points than this, only those between two gaps are marked: each mark takes a browser its time


def broken(points: Sequence[tuple[date, float]]) -> tuple[Numbers, Numbers]:
    """The points with a gap (no number) set in wherever two of them lie more than 120 days apart.

    The dates are counted as the chart counts them (``on_axis``).
    """
    days: list[date] = []
    values: list[float] = []
    for day, value in points:
        if days and day - days[-1] > BREAKS_AFTER:
            days.append(days[-1] + timedelta(days=1))
            values.append(float("nan"))
        days.append(day)
        values.append(value)
    return on_axis(days), np.array(values, dtype=np.float64)


def on_axis(days: Sequence[date]) -> Numbers:
    """Dates as plotly counts them along an axis: milliseconds since 1970. Sent as numbers they need no writing out."""
    return np.array(days, dtype="datetime64[D]").astype("datetime64[ms]").astype(np.float64)


def drawn_line(line: DatedLine, unit: str) -> dict[str, object]:
    """One line as plotly reads it. Arrays, as plotly looks at lists value by value: years of exports take long then.

    unit: what follows a value where it is told.
    """
    days, values = broken(line.points)
    home = line.role is Role.HOME
    stroke: dict[str, object] = {"color": theme.FILLS[line.role], "width": 3 if home else 2.5}
    if not home:
        stroke["dash"] = DASHES if line.role is Role.GROUP_AVERAGE else "solid"
    size, alone = 9 if home else 5, between_gaps(values)
    few = len(line.points) <= _MARKED
    name = "<b>%{fullData.name}</b><br>" if line.name else ""
    return {
        "type": "scatter",
        "x": days,
        "y": values,
        "name": written(line.name),
        "mode": "lines+markers" if few or alone.any() else "lines",
        "connectgaps": False,
        "line": stroke,
        "marker": {
            # a dashed line would not show under its points; a point between two gaps still must
            "size": size if few else np.where(alone, size, 0),
            "color": stroke["color"],
            "line": {"width": 0},
        },
        "cliponaxis": False,
        "hovertemplate": f"{name}%{{x|%-d %B %Y}}: %{{y:,.{0 if line.whole else 1}f}} {written(unit)}<extra></extra>",
    }


def between_gaps(values: Numbers) -> npt.NDArray[np.bool_]:
    """Where a point stands alone between two gaps, or between a gap and the line's end."""
    missing = np.isnan(np.concatenate(([np.nan], values, [np.nan])))
    return np.asarray(missing[:-2] & missing[2:])
