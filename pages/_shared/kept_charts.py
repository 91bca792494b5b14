"""The charts that pages show of what is held now, each kept with the answer that it is made of.

A chart is drawn once for as long as it is kept (see ``pictures``): to draw it took most of a page's time.
"""

from jasc_data.answers.comparison.charts import bar_chart, group_strip, nation_strip
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.grades.charts import grade_bars
from jasc_data.answers.grades.text import grade_source
from jasc_data.answers.reports.charts import report_bars
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart_spec import ChartSpec
from pages._shared.answers import comparison_of, grades_of, reports_held
from pages._shared.grounds import Grounds, cached


@cached
def bar_chart_of(grounds: Grounds, basis: AverageBasis, kind: Kind) -> ChartSpec | None:
    """The group's forces as bars; None when none is held."""
    comparison = comparison_of(grounds, basis)
    return bar_chart(comparison, kind, grounds.provenance(short_source(comparison)))


@cached
def nation_strip_of(grounds: Grounds, basis: AverageBasis, kind: Kind) -> ChartSpec | None:
    """All forces on a line; None unless all are held."""
    comparison = comparison_of(grounds, basis)
    return nation_strip(comparison, kind, grounds.provenance(short_source(comparison)))


@cached
def group_strip_of(grounds: Grounds, kind: Kind) -> ChartSpec | None:
    """The group's forces on the line of a card; None when no two are held."""
    comparison = comparison_of(grounds)
    return group_strip(comparison, kind, grounds.provenance(short_source(comparison)))


@cached
def grade_bars_of(grounds: Grounds, kinds: tuple[Kind, ...]) -> ChartSpec | None:
    """The levels of the home force, its group and the nation; None when nothing is open."""
    grades = grades_of(grounds, kinds)
    return grade_bars(grades, grounds.provenance(grade_source(grades)))


@cached
def report_bars_of(grounds: Grounds, chosen: str) -> ChartSpec | None:
    """The home force's reports, one of them chosen by its label, or none (blank); None when nothing is open."""
    reports = reports_held(grounds)
    return report_bars(reports, grounds.provenance(short_item_source(reports.sources)), chosen=chosen)
