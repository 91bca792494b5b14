"""What is drawn is data first: the spec of every question holds numbers, dates, roles and plain text, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from jasc_data.answers.activity.answer import activity_held
from jasc_data.answers.activity.charts import timeline
from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.comparison.charts import bar_chart, group_strip, nation_strip
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.deadlines.charts import age_bars, lead_bars
from jasc_data.answers.grades.answer import grades_at
from jasc_data.answers.grades.charts import grade_bars
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.charts import projection_chart
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.reports.charts import report_bars
from jasc_data.answers.reports.history import report_history
from jasc_data.answers.reports.history_chart import report_history_chart
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.charts import trend_chart
from jasc_data.demonstration.forces import demonstration_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.drawing.chart_spec import (
    Bar,
    ChartSpec,
    DatedLine,
    DatedLines,
    Dot,
    DotStrip,
    Key,
    Part,
    Plot,
    RankedBars,
    Reference,
    StackedCounts,
    StackedShares,
)
from jasc_data.drawing.roles import Role
from tests.builders import GROUPS, HOME, REC
from tests.demonstrated import demonstrated
from tests.figures import drawn, drawn_on_a_card, words

DAY = date(2023, 9, 4)
SOURCE = Provenance("Source: a test", "OFFICIAL", invented=True)
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(")
MARKUP = re.compile(r"[<>]|\*\*|&\w+;|&#")
HOSTILE = "<img src=x> & \"quoted\" 'words' %{x} </b>"
QUESTIONS = (
    "bars",
    "strip on a card",
    "strip of the nation",
    "levels",
    "reports",
    "history of a report",
    "leads",
    "ages",
    "trend",
    "projection",
    "activity",
)


@cache
def specs() -> dict[str, ChartSpec | None]:
    """A spec of every question, of the demonstration at its latest date."""
    viewpoint = Viewpoint(HOME, GROUPS, demonstration_directory().names)
    store = demonstrated()
    with store.snapshot() as snapshot:
        comparison = compare(snapshot, viewpoint, as_of=DAY)
        reports, ageing = reports_of(snapshot, HOME, DAY), ageing_in(register_of(snapshot, HOME, DAY))
        line = next(iter(reports.by_label.values()))
        found = (
            bar_chart(comparison, REC, SOURCE),
            group_strip(comparison, REC, SOURCE),
            nation_strip(comparison, REC, SOURCE),
            grade_bars(grades_at(snapshot, viewpoint.on(DAY)), SOURCE),
            report_bars(reports, SOURCE, chosen=line.label),
            report_history_chart(line, report_history(snapshot, HOME, line.report_id, line.kinds, DAY), SOURCE),
            lead_bars(ageing, SOURCE),
            age_bars(ageing, SOURCE),
            trend_chart(trend(snapshot, viewpoint, as_of=DAY), REC, SOURCE),
            projection_chart(
                projected(comparison, open_now(snapshot, comparison), Choices(grades=frozenset({Grade.TWO}))),
                REC,
                SOURCE,
            ),
            timeline(activity_held(snapshot, HOME, DAY), SOURCE),
        )
    return dict(zip(QUESTIONS, found, strict=True))


def spec_of(question: str) -> ChartSpec:
    found = specs()[question]
    assert found is not None
    return found


def leaves(value: object) -> Iterator[object]:
    """Everything that a spec holds, but the table, which has a form of its own."""
    if is_dataclass(value):
        for field in fields(value):
            if not (isinstance(value, ChartSpec) and field.name == "table"):
                yield from leaves(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from leaves(each)
    else:
        yield value


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_spec_holds_numbers_dates_roles_and_plain_text_alone(question: str) -> None:
    found = list(leaves(spec_of(question)))
    assert {type(value) for value in found} <= {str, int, float, bool, date, Role, type(None)}
    told = [value for value in found if isinstance(value, str) and not isinstance(value, Role)]
    assert [text for text in told if COLOUR.search(text) or MARKUP.search(text)] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_spec_says_all_that_must_stand_with_a_picture(question: str) -> None:
    spec = spec_of(question)
    for said in (spec.message, spec.measure, spec.unit, spec.alt, spec.file_name):
        assert said.strip()
    assert len(spec.alt) <= ALT_LIMIT
    assert len(spec.message.split()) <= 12
    assert re.fullmatch(r"[a-z0-9_-]+", spec.file_name)
    assert re.search(r"\d{4}|at every date", spec.measure), "of when it is"
    assert len(spec.table) > 0


@pytest.mark.parametrize("characters", [40, 80, 110])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_picture_says_its_spec_in_words(question: str, characters: int) -> None:
    spec = spec_of(question)
    said = " ".join(words(drawn(spec, characters)).split())
    for text in (spec.message, spec.measure, spec.warning, *spec.provenance.lines):
        assert text in said


def test_the_key_names_the_looks_of_the_roles_in_it() -> None:
    nation = words(drawn(spec_of("strip of the nation"), 200))
    assert "Blue: West Mercia; grey: the rest of its MSG; white: the other forces" in nation
    projection = words(drawn(spec_of("projection"), 200))
    assert "Hatched: West Mercia as projected; outlined: signed off. Others as held" in projection


def test_what_is_projected_is_hatched_and_what_is_signed_off_lies_beyond_it() -> None:
    spec = spec_of("projection")
    assert isinstance(spec.plot, RankedBars)
    (home,) = [bar for bar in spec.plot.bars if bar.emphasised]
    assert [part.role for part in home.parts] == [Role.PROJECTED, Role.SIGNED_OFF]
    assert home.value == 104
    assert home.printed.endswith("(now 104)")
    first, beyond = drawn(spec, 110).data
    assert [shape for shape in first.marker.pattern.shape if shape] == ["/"]
    assert list(beyond.x) == [home.parts[1].value]
    assert list(beyond.y) == [spec.plot.bars.index(home)]


@pytest.mark.parametrize(("characters", "label"), [(200, "National average (12 Jan to 13 Apr)"), (18, "National")])
def test_of_an_averages_names_the_longest_that_fits_is_drawn(characters: int, label: str) -> None:
    names = ("National average (12 Jan to 13 Apr)", "National average", "National")
    bars = (Bar("Kent", "4", (Part(4, Role.HOME, "4 open"),)),)
    plot = RankedBars(bars, (Reference(3.0, Role.NATIONAL_AVERAGE, names, "3.0"),))
    assert f"{label} <b>3.0</b>" in [note.text for note in drawn(chart_of(plot), characters).layout.annotations]


# Text from files


def chart_of(plot: Plot, said: str = "A message") -> ChartSpec:
    no_table: Any = None  # a figure is drawn of the plot and the words alone
    key = Key(((Role.HOME, said),), said, said)
    return ChartSpec(plot, said, said, "open", said, no_table, "file", Provenance(said, said), key, said)


PART = Part(0.5, Role.HOME, HOSTILE, HOSTILE, (HOSTILE,))
BAR = Bar(HOSTILE, HOSTILE, (PART,), emphasised=True, choice="chosen")
AVERAGES = (Reference(0.4, Role.GROUP_AVERAGE, (HOSTILE,), HOSTILE),)
PLOTS: dict[str, Plot] = {
    "ranked bars": RankedBars((BAR,), AVERAGES),
    "dot strip": DotStrip((Dot(HOSTILE, 1, Role.HOME, HOSTILE),), AVERAGES),
    "stacked shares": StackedShares(((BAR,), (BAR,))),
    "stacked counts": StackedCounts((BAR,)),
    "dated lines": DatedLines((DatedLine(HOSTILE, Role.HOME, ((DAY, 1.0),), (HOSTILE,)),)),
    "a line alone": DatedLines((DatedLine("", Role.HOME, ((DAY, 1.0),), whole=True),)),
}


@pytest.mark.parametrize("shape", PLOTS)
def test_text_from_files_is_never_markup_in_a_picture(shape: str) -> None:
    chart = chart_of(PLOTS[shape], HOSTILE)
    figures = [drawn(chart, characters) for characters in (40, 500)]
    if isinstance(chart.plot, DotStrip):
        figures.append(drawn_on_a_card(chart))
    for figure in figures:
        made = figure.to_json()
        assert "\\u003cimg" not in made
        assert "<img" not in made
        assert "&lt;img" in made
        assert "&quot;" not in made  # which plotly would show as it stands
        assert "%{x}" not in "".join(trace.hovertemplate or "" for trace in figure.data)
