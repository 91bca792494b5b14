"""What is drawn, as data: numbers, dates, roles and plain text; no pixels, no colours, no markup, no chart library.

Whoever draws a spec finds in it all that a picture says. Where words may have to give way to the room there is, the
spec holds each telling, the longest first, and the renderer takes the first that fits (the last where none does).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.roles import Role
from jasc_data.drawing.table_spec import TableSpec

Tellings = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A bar, or one part of a bar that is divided.

    hover: what is told of it when it is pointed at, in lines. name: its class. printed: what may stand within it.
    """

    value: float
    role: Role
    hover: str
    name: str = ""
    printed: Tellings = ()


@dataclass(frozen=True)
class Bar:
    """A row: its name, the figures printed beside the name, and its parts from the left.

    emphasised: the one that the picture is about. choice: what a click on it chooses, or blank.
    """

    name: str
    printed: str
    parts: tuple[Part, ...]
    emphasised: bool = False
    choice: str = ""

    @property
    def value(self) -> float:
        """The length of the whole bar."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True)
class Reference:
    """An average that the marks are held against: drawn as a line across the plot, with its name and figure."""

    value: float
    role: Role
    names: Tellings
    printed: str


@dataclass(frozen=True)
class RankedBars:
    """Horizontal bars in the order given, from the top; the references lie behind them."""

    bars: tuple[Bar, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Dot:
    """One mark on a line of dots."""

    name: str
    value: float
    role: Role
    hover: str


@dataclass(frozen=True)
class DotStrip:
    """Dots along one line, the fewest at the left; equal ones are stacked, so that each can be counted."""

    dots: tuple[Dot, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class StackedShares:
    """Bars of 100%: each group of them stands apart from the next. All bars have the same classes in the same order."""

    groups: tuple[tuple[Bar, ...], ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Every bar, from the top."""
        return tuple(bar for group in self.groups for bar in group)


@dataclass(frozen=True)
class StackedCounts:
    """Bars divided by class, all with the same classes in the same order. An emphasised one is the one chosen."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class DatedLine:
    """A line over dates, broken where two of its points lie more than 120 days apart.

    name: blank for a line alone, which the chart's measure names: its figures then stand at its points. names: the same
    name with what its last figure needs besides. whole: its figures are counts, else averages.
    """

    name: str
    role: Role
    points: Sequence[tuple[date, float]]
    names: Tellings = ()
    whole: bool = False


@dataclass(frozen=True)
class DatedLines:
    """Lines over dates in drawing order, the last above the others."""

    lines: tuple[DatedLine, ...]


@dataclass(frozen=True)
class Stretch:
    """A bar from one day to a later one. hover: what is told of it when it is pointed at."""

    first: date
    last: date
    role: Role
    hover: str


@dataclass(frozen=True)
class Milestone:
    """A mark on one day."""

    day: date
    role: Role
    hover: str


@dataclass(frozen=True)
class DatedRow:
    """A row along time: its name, its bars and its marks, at least one of either. emphasised: the name is bold."""

    name: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Milestone, ...]
    emphasised: bool = False

    @property
    def days(self) -> tuple[date, ...]:
        """Every day at which something begins, ends or stands."""
        ends = (day for stretch in self.stretches for day in (stretch.first, stretch.last))
        return (*ends, *(mark.day for mark in self.marks))


@dataclass(frozen=True)
class Timeline:
    """Rows along time in the order given, from the top, over a line at the day from which they are looked at."""

    rows: tuple[DatedRow, ...]
    day: date
    day_name: str


Plot = RankedBars | DotStrip | StackedShares | StackedCounts | DatedLines | Timeline


@dataclass(frozen=True)
class Key:
    """What the roles in a picture stand for. before, after: what is said with them."""

    entries: tuple[tuple[Role, str], ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)  # a spec is itself only, so that what is drawn of it can be kept with it
class ChartSpec:
    """A plot with the words and the table that say the same: a picture is never shown without them.

    message: the title. measure: the subtitle, what is measured of whom and when. unit: what follows a value in words.
    alt: up to 220 characters. warning: what must be read with the message wherever it goes, such as that it is a
    projection. file_name: a telling one, without its ending.
    """

    plot: Plot
    message: str
    measure: str
    unit: str
    alt: str
    table: TableSpec
    file_name: str
    provenance: Provenance
    key: Key | None = None
    warning: str = ""
