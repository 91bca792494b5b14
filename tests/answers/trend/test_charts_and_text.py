"""Lines over time: gaps stay gaps, labels do not collide, words and periods say what the points say."""

import base64
import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from jasc_data.answers.trend.periods import Every, _Flow, _label, _of_kind
from jasc_data.answers.trend.tables import periods_table
from jasc_data.domain.policy import BREAKS_AFTER
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.chart_spec import ChartSpec, DatedLine, DatedLines
from jasc_data.drawing.roles import Role
from tests.figures import drawn
from tests.tables import as_read

START = date(2023, 1, 2)


LATE = START + BREAKS_AFTER + timedelta(days=1)


def line(*points: tuple[date, float], name: str = "MSG average", role: Role = Role.GROUP_AVERAGE) -> DatedLine:
    return DatedLine(name, role, points, (name,), whole=role is Role.HOME)


def chart_of(*lines: DatedLine) -> ChartSpec:
    own = line((START, 1.0), name="West Mercia", role=Role.HOME)
    every = lines if any(one.role is Role.HOME for one in lines) else (*lines, own)
    no_table: Any = None  # a figure is drawn of the plot and the words alone
    return ChartSpec(DatedLines(every), "A message", "Open", "open", "Lines.", no_table, "lines", Provenance("Source"))


def test_a_line_goes_on_up_to_120_days_and_breaks_after() -> None:
    on_time = line((START, 5.0), (START + BREAKS_AFTER, 6.0))
    late = line((START, 5.0), (LATE, 6.0))
    assert drawn(chart_of(on_time)).data[0].y.tolist() == [5.0, 6.0]
    trace = drawn(chart_of(late)).data[0]
    assert np.isnan(trace.y).tolist() == [False, True, False]
    assert trace.y[[0, 2]].tolist() == [5.0, 6.0]
    assert trace.x.tolist() == sorted(trace.x.tolist())
    assert trace.connectgaps is False


@pytest.mark.parametrize("values", [(104, 106.6, 129), (6, 6, 4), (0, 0, 0), (1, 150, 150), (150, 0, 0)])
@pytest.mark.parametrize("characters", [40, 110])
def test_labels_at_the_ends_keep_their_distance(values: tuple[float, ...], characters: int) -> None:
    names = {"West Mercia": Role.HOME, "MSG average": Role.GROUP_AVERAGE, "National average": Role.NATIONAL_AVERAGE}
    lines = [
        line((START, float(value)), name=name, role=role)
        for (name, role), value in zip(names.items(), values, strict=True)
    ]
    figure = drawn(chart_of(*lines), characters)
    labels = [note for note in figure.layout.annotations if note.x == 1]
    assert len(labels) == len(names)
    spans = sorted(
        (label.yshift - height / 2, label.yshift + height / 2)
        for label in labels
        for height in [23 * (label.text.count("<br>") + 1)]
    )
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert all(upper <= lower + 4 for (_, upper), (lower, _) in pairwise(spans))
    assert spans[-1][1] <= plot + 46


@pytest.mark.parametrize("characters", [40, 110])
@pytest.mark.parametrize("first", [126.0, 90.0, 20.0])
def test_the_first_figure_of_many_covers_no_line(first: float, characters: int) -> None:
    weeks = [START + timedelta(weeks=number) for number in range(105)]
    home = [(week, first - number % 13 * 1.5 if number else first) for number, week in enumerate(weeks)]
    nation = [(week, 110.0 + number % 7) for number, week in enumerate(weeks)]
    lines = [line(*home, role=Role.HOME), line(*nation, name="National average", role=Role.NATIONAL_AVERAGE)]
    figure = drawn(chart_of(*lines), characters)
    (label,) = [note for note in figure.layout.annotations if note.text == f"<b>{first:.0f}</b>"]
    reaches = weeks[0] + (weeks[-1] - weeks[0]) * (len(f"{first:.0f}") * (0.015 if characters > 60 else 0.045))
    beside = [value for points in (home, nation) for week, value in points if week <= reaches]
    assert label.y >= max(beside) if label.yanchor == "bottom" else label.y <= min(beside)


def test_a_line_that_the_measure_names_has_its_figures_at_its_points_and_no_scale() -> None:
    figure = drawn(chart_of(line((START, 5.0), (LATE, 1_006.0), name="", role=Role.HOME)))
    _, figures = figure.data
    assert list(figures.text) == ["5", "1,006"]
    assert figure.layout.yaxis.visible is False
    assert [note for note in figure.layout.annotations if note.x == 1] == []


def test_periods_are_named_for_their_quarter_year_or_export() -> None:
    day = date(2023, 9, 4)
    assert [_label(day, every) for every in Every] == ["Jul to Sep 2023", "2023", "4 Sep 2023"]
    assert _label(date(2023, 12, 31), Every.QUARTER) == "Oct to Dec 2023"


def test_a_period_sums_the_flows_of_its_exports() -> None:
    first, second, third, next_year = date(2023, 1, 2), date(2023, 2, 6), date(2023, 3, 6), date(2024, 1, 8)
    flows = [
        _Flow(Kind.AFI, first, 10, 0, 0, 0, 0),
        _Flow(Kind.AFI, second, 3, 1, 0, 0, 1),
        _Flow(Kind.AFI, third, 0, 2, 1, 2, 0),
    ]
    found = _of_kind(flows, first, [second, third, next_year], Every.QUARTER)
    assert [(entry.label, entry.before, entry.after) for entry in found] == [
        ("Jan to Mar 2024", 10, 10),
        ("Jan to Mar 2023", 10, 10),
    ]
    assert (found[1].opened, found[1].closed, found[1].left, found[1].moved) == (3, 3, 1, 1)


def test_a_period_is_named_by_the_exports_at_its_ends() -> None:
    """A quarter's figures are those from the export before its first to its last, wherever the quarter begins."""
    days = [date(2023, 1, 16), date(2023, 2, 6), date(2023, 3, 6), date(2023, 7, 3)]
    flows = [_Flow(Kind.AFI, days[0], 10, 0, 0, 0, 0)]
    table = as_read(periods_table(_of_kind(flows, days[0], days[1:], Every.QUARTER), Kind.AFI))
    assert list(table.index) == ["Jul to Sep 2023", "Jan to Mar 2023"]
    assert list(table["From the export of"]) == ["6 March 2023", "16 January 2023"]
    assert list(table["To the export of"]) == ["3 July 2023", "6 March 2023"]


def test_among_many_points_only_those_between_two_gaps_are_marked() -> None:
    weekly = [(START + timedelta(weeks=week), 5.0) for week in range(70)]
    alone = (weekly[-1][0] + timedelta(days=200), 6.0)
    sizes = drawn(chart_of(line(*weekly, alone))).data[0].marker.size
    assert sizes[:70].tolist() == [0] * 70
    assert sizes[-1] > 0
    assert drawn(chart_of(line(*weekly[:7]))).data[0].marker.size > 0


def test_a_gap_reaches_the_browser_as_a_point_without_a_number() -> None:
    figure = drawn(chart_of(line((START, 5.0), (LATE, 6.0))))
    sent = json.loads(figure.to_json())["data"][0]
    days, values = (np.frombuffer(base64.b64decode(sent[axis]["bdata"]), sent[axis]["dtype"]) for axis in "xy")
    assert [str(day) for day in days.astype("datetime64[ms]").astype("datetime64[D]")] == [
        "2023-01-02",
        "2023-01-03",
        "2023-05-03",
    ]
    assert np.isnan(values).tolist() == [False, True, False]
