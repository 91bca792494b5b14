"""Horizontal bars as HTML: names and figures in columns, bars as parts of the row's width, averages across them.

A page of a committee's screen has no camera and no pointer: what plotly is for. What it needs is that text grows with
the window, which no chart library that measures in pixels can do.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import Bar, Part, RankedBars, Reference, StackedCounts, StackedShares
from jasc_data.drawing.roles import Role

_BEYOND = 1.02  # of the longest bar, so that its end is seen
_NARROWEST = 26.0  # how many times the text's height the bars are wide at least, on a 4:3 screen
_LETTER = 0.62  # of the text's height that a letter takes at most
_BARS = Markup('<div class="bars" style="--rows:{}">{}</div>')
_ROW = Markup(
    '<div class="name{0}" style="grid-row:{1}">{2}</div><div class="count" style="grid-row:{1}">{3}</div>'
    '<div class="bar" style="grid-row:{1}">{4}</div>'
)
_PART = Markup('<span style="width:{:.3f}%;background:{};color:{}{}">{}</span>')
_OUTLINE = ";box-shadow:inset 0 0 0 2px {}"
_LINE = Markup('<i class="{}" style="left:{:.3f}%"></i>')
_LINES = Markup('<div class="lines">{}</div>')
_LABEL = Markup(
    '<div class="average {}"><span style="left:{:.3f}%;transform:translateX(-{:.3f}%)">{} <b>{}</b></span></div>'
)


def ranked(plot: RankedBars) -> Markup:
    """Bars from zero with the averages across them, the group's labelled above and the nation's below."""
    longest = max(1, *(bar.value for bar in plot.bars), *(reference.value for reference in plot.references))
    reach = longest * _BEYOND
    lines = _LINES.format(_joined(_LINE.format(_class(one), 100 * one.value / reach) for one in plot.references))
    labels = _joined(_label(one, reach) for one in plot.references)
    return _BARS.format(len(plot.bars), (lines + labels if plot.references else Markup("")) + _rows(plot.bars, reach))


def shares(plot: StackedShares) -> Markup:
    """Bars of 100%."""
    return _BARS.format(len(plot.bars), _rows(plot.bars, 1))


def counts(plot: StackedCounts) -> Markup:
    """Bars divided by class, on one scale."""
    reach = max(1, *(bar.value for bar in plot.bars)) * _BEYOND
    return _BARS.format(len(plot.bars), _rows(plot.bars, reach))


def _rows(bars: Sequence[Bar], reach: float) -> Markup:
    """Below the row in which the group's average is labelled."""
    return _joined(_row(bar, place, reach) for place, bar in enumerate(bars, start=2))


def _row(bar: Bar, place: int, reach: float) -> Markup:
    parts = _joined(_part(part, part.value / reach) for part in bar.parts if part.value)
    return _ROW.format(" ours" if bar.emphasised else "", place, bar.name, bar.printed, parts)


def _part(part: Part, share: float) -> Markup:
    colour = theme.FILLS[part.role]
    outline = _OUTLINE.format(theme.INK) if colour == theme.WHITE else ""
    return _PART.format(100 * share, colour, theme.ink_on(colour), outline, _within(part.printed, share * _NARROWEST))


def _within(tellings: Sequence[str], heights: float) -> str:
    """The first of the tellings that stands in so many times the text's height; blank where none does."""
    return next((telling for telling in tellings if len(telling) * _LETTER + 0.5 <= heights), "")


def _label(reference: Reference, reach: float) -> Markup:
    """The average's name where its line stands, moved inside near the ends."""
    at = 100 * reference.value / reach
    return _LABEL.format(_class(reference), at, at, reference.names[-1], reference.printed)


def _class(reference: Reference) -> str:
    return "group" if reference.role is Role.GROUP_AVERAGE else "nation"


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("").join(pieces)
