"""The views of the headline figures, of each kind against its group, and of the levels."""

from dataclasses import replace

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.charts import bar_chart
from jasc_data.answers.comparison.messages import headline, kind_headline
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.comparison.text import group_average_name, kind_sentence, movement_mark, position_sentences
from jasc_data.answers.grades.charts import grade_bars
from jasc_data.answers.grades.tables import closing_table
from jasc_data.answers.grades.text import grade_sentences, grade_source, message, who_can_close
from jasc_data.answers.movement.answer import Movement
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.questions import elsewhere, likely, since_last, which_report, who_closes
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart_spec import StackedShares
from jasc_data.drawing.slide import Figure, Figures, Slide, Words
from jasc_data.wording.numbers import average
from jasc_data.wording.standing import FEWER_IS_BETTER, against, rank_words

_NAMES = {Kind.CAUSE_OF_CONCERN: "causes", Kind.RECOMMENDATION: "recommendations", Kind.AFI: "afis"}


def position(presented: Presented) -> Slide:
    """The three headline figures."""
    comparison = presented.comparison
    figures = Figures(
        tuple(
            Figure(
                f"{entry.home.open:,}" if entry.home else "not held",
                kind.short_heading,
                _stands(comparison, entry, presented.movements.get(kind)),
            )
            for kind, entry in comparison.kinds.items()
        )
    )
    return Slide(
        "position",
        headline(comparison),
        (figures, Words((FEWER_IS_BETTER,))),
        short_source(comparison),
        position_sentences(comparison),
        likely(since_last(presented, *Kind), which_report(presented), who_closes(presented), elsewhere(presented)),
    )


def _stands(comparison: Comparison, entry: KindComparison, movement: Movement | None) -> tuple[str, ...]:
    if entry.home is None:
        return ()
    lines = []
    if entry.national:
        of = f"the national average ({average(entry.national.value)})"
        lines.append(f"{against(entry.home.open, entry.national.value)} {of}")
    if entry.group_average is not None:
        of = f"{group_average_name(comparison, entry)} ({average(entry.group_average)})"
        lines.append(f"{against(entry.home.open, entry.group_average)} {of}")
    if entry.rank:
        lines.append(f"{rank_words(entry.rank)} in the MSG")
    if movement:
        lines.append(movement_mark(movement))
    return tuple(f"{line[:1].upper()}{line[1:]}" for line in lines)


def of_kind(presented: Presented, kind: Kind) -> Slide | None:
    """One kind against the group; None when no force of the group is held."""
    comparison = presented.comparison
    chart = bar_chart(comparison, kind, presented.provenance(short_source(comparison)))
    if chart is None:
        return None
    return Slide(
        _NAMES[kind],
        kind_headline(comparison, kind),
        (chart,),
        short_source(comparison),
        (kind_sentence(comparison, kind),),
        likely(since_last(presented, kind), which_report(presented), who_closes(presented)),
    )


def grades(presented: Presented) -> Slide | None:
    """The levels here, in the group and in the nation, and who can close what; None when no grades are held."""
    found = presented.grades
    chart = grade_bars(found, presented.provenance(grade_source(found))) if found else None
    if found is None or chart is None or not isinstance(chart.plot, StackedShares):
        return None
    closing = who_can_close(found, presented.who_closes)
    pooled = replace(chart, plot=StackedShares(chart.plot.groups[:1]))
    return Slide(
        "grades",
        message(found),
        (pooled, closing_table(closing)) if closing else (pooled,),
        grade_source(found),
        grade_sentences(found, presented.who_closes),
        likely(which_report(presented)),
    )
