"""The answers that pages ask for, each kept between page runs until its grounds differ."""

from dataclasses import dataclass
from datetime import date

from jasc_data.answers.attention.answer import Attention, needs_attention
from jasc_data.answers.causes.answer import Causes, causes_in
from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.deadlines.answer import Ageing, ageing_in
from jasc_data.answers.deadlines.charts import age_bars, lead_bars, overdue_bars
from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.grades.answer import Grades, grades_at
from jasc_data.answers.item.aliases import Aliases, aliases_of
from jasc_data.answers.item.answer import ItemHistory, item_history
from jasc_data.answers.movement.answer import Movement, movements
from jasc_data.answers.pace.answer import Pace, pace_at
from jasc_data.answers.period_changes.answer import PeriodChanges, period_changes
from jasc_data.answers.projection.answer import OpenNow, open_now
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.answers.register.audience import for_audience
from jasc_data.answers.repeats.answer import Repeats, decisions_of, repeating_in, repeats_in
from jasc_data.answers.report_breakdown.answer import ReportBreakdown, report_breakdown
from jasc_data.answers.reports.answer import Reports, reports_of
from jasc_data.answers.reports.history import HistoryPoint, report_history
from jasc_data.answers.reports.history_chart import report_history_chart
from jasc_data.answers.reports.other_forces import Spread, spreads
from jasc_data.answers.trend.answer import Trend, trend
from jasc_data.answers.trend.charts import trend_chart
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.answers.trend.tables import periods_table
from jasc_data.answers.trend.text import short_trend_source
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.table_spec import TableSpec
from pages._shared.grounds import Grounds, cached

WITH_US = AverageBasis.WITH_US


@dataclass(frozen=True)
class Position:
    """The answer behind the Position page."""

    comparison: Comparison
    attention: Attention | None
    movements: dict[Kind, Movement]


@cached
def comparison_of(grounds: Grounds, basis: AverageBasis = WITH_US) -> Comparison:
    """The home force against its group and the nation."""
    return compare(grounds.snapshot, grounds.viewpoint, as_of=grounds.as_of, basis=basis)


@cached
def position_of(grounds: Grounds) -> Position:
    """The same with what needs attention and how the figures moved."""
    comparison, home = comparison_of(grounds), grounds.viewpoint.home
    if comparison.as_of is None:
        return Position(comparison, None, {})
    figures = {kind: entry.home for kind, entry in comparison.kinds.items()}
    return Position(
        comparison,
        needs_attention(grounds.snapshot, home, comparison.as_of),
        movements(grounds.snapshot, home, figures),
    )


@cached
def report_breakdown_of(grounds: Grounds, kind: Kind) -> ReportBreakdown:
    """The reports that the home force's figure of one kind comes from."""
    return report_breakdown(grounds.snapshot, grounds.viewpoint.home, kind, grounds.held_at)


@cached
def grades_of(grounds: Grounds, kinds: tuple[Kind, ...]) -> Grades:
    """The grades of the home force and its group."""
    return grades_at(grounds.snapshot, grounds.viewpoint.on(grounds.held_at), kinds)


@cached
def register_at(grounds: Grounds, day: date) -> Register:
    """The home force's register at a date, with or without items."""
    return register_of(grounds.snapshot, grounds.viewpoint.home, day)


def register_now(grounds: Grounds) -> Register | None:
    """The home force's register; None when no figures are held or no items are."""
    register = register_at(grounds, grounds.as_of) if grounds.as_of else None
    return register if register and (register.items or register.held) else None


@cached
def repeating_at(grounds: Grounds, day: date) -> frozenset[str]:
    """The keys of the items open at a date that are confirmed to repeat an earlier finding: a mark in every list."""
    return repeating_in(register_at(grounds, day), decisions_of(grounds.snapshot, grounds.viewpoint.home))


@cached
def repeats_of(grounds: Grounds) -> Repeats:
    """Which of the home force's items repeat an earlier one, confirmed or suggested."""
    return repeats_in(register_at(grounds, grounds.held_at), decisions_of(grounds.snapshot, grounds.viewpoint.home))


@cached
def item_history_of(grounds: Grounds, item_key: str) -> ItemHistory:
    """One item across the exports."""
    return item_history(grounds.snapshot, item_key, grounds.held_at)


@cached
def aliases_of_item(grounds: Grounds, item_key: str) -> Aliases:
    """The names that one item has had, and its ids."""
    return aliases_of(grounds.snapshot, item_key, grounds.held_at)


@cached
def causes_of(grounds: Grounds) -> Causes:
    """The causes of concern of the home force."""
    return causes_in(register_at(grounds, grounds.held_at))


@cached
def ageing_of(grounds: Grounds, *, leads_named: bool = True) -> Ageing:
    """The home force's open items by lead, age and deadline; leads named, or numbered as they may leave (rule 20)."""
    register = register_at(grounds, grounds.held_at)
    return ageing_in(register if leads_named else for_audience(register, leads=False))


@cached
def ageing_charts_of(grounds: Grounds, *, leads_named: bool) -> tuple[ChartSpec | None, ChartSpec, ChartSpec]:
    """The same as charts: overdue items by lead (None when there are none), open items by lead, and by age."""
    ageing = ageing_of(grounds, leads_named=leads_named)
    provenance = grounds.provenance(short_item_source(ageing.register.sources))
    return overdue_bars(ageing, provenance), lead_bars(ageing, provenance), age_bars(ageing, provenance)


@cached
def reports_held(grounds: Grounds) -> Reports:
    """The home force's reports, with or without items."""
    return reports_of(grounds.snapshot, grounds.viewpoint.home, grounds.held_at)


def reports_now(grounds: Grounds) -> Reports | None:
    """The home force's reports; None when no figures are held or no items are."""
    reports = reports_held(grounds) if grounds.as_of else None
    return reports if reports and (reports.held or reports.partial) else None


@cached
def spreads_of(grounds: Grounds) -> dict[int, Spread]:
    """By report number, how the reports stand across the forces held."""
    return spreads(grounds.snapshot, grounds.viewpoint.on(grounds.held_at))


@cached
def report_points_of(grounds: Grounds, report_id: int, kinds: frozenset[Kind]) -> tuple[HistoryPoint, ...]:
    """One report at every date held."""
    return report_history(grounds.snapshot, grounds.viewpoint.home, report_id, kinds, grounds.held_at)


@cached
def report_history_chart_of(grounds: Grounds, report_id: int) -> ChartSpec | None:
    """The same as a chart; None when no date holds all of the report's kinds."""
    reports = reports_held(grounds)
    line = next(line for line in reports.lines if line.report_id == report_id)
    points = report_points_of(grounds, report_id, line.kinds)
    return report_history_chart(line, points, grounds.provenance(short_item_source(reports.sources)))


@cached
def trend_of(grounds: Grounds, basis: AverageBasis, over: int | date | None = None) -> Trend:
    """The home force's figures at every date up to the one chosen, or at those of the last months alone."""
    return trend(grounds.snapshot, grounds.viewpoint, as_of=grounds.as_of, basis=basis, over=over)


@cached
def trend_chart_of(
    grounds: Grounds, basis: AverageBasis, kind: Kind, over: int | date | None = None
) -> ChartSpec | None:
    """The chart of one kind up to the date chosen, of all dates or of those of the last months."""
    found = trend_of(grounds, basis, over)
    return trend_chart(found, kind, grounds.provenance(short_trend_source(found)))


@cached
def periods_of(grounds: Grounds, every: Every) -> dict[Kind, TableSpec | None]:
    """What opened and closed in each period, of the kinds that are held; None where it cannot be told."""
    found = periods(grounds.snapshot, grounds.viewpoint.home, grounds.held_at, every)
    return {kind: periods_table(told, kind) if told else None for kind, told in found.items()}


@cached
def pace_of(grounds: Grounds) -> Pace:
    """How many items a quarter the home force opens and closes, of all kinds and of each; of no target."""
    return pace_at(grounds.snapshot, grounds.viewpoint.home, grounds.held_at)


@cached
def period_changes_of(grounds: Grounds, first: date, last: date) -> PeriodChanges:
    """What changed between two dates."""
    return period_changes(grounds.snapshot, grounds.viewpoint.home, first, last)


@cached
def open_now_of(grounds: Grounds) -> OpenNow:
    """The open items that a sign-off would close."""
    return open_now(grounds.snapshot, comparison_of(grounds))
