"""Native charts: all five plots are drawn, and their XML and workbooks hold the spec's own numbers."""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from jasc_data.drawing.chart import Provenance
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
from jasc_data.drawing.native_charts import NativeChart, native_chart, said_below
from jasc_data.drawing.native_charts.scale import Scale, scale_to
from jasc_data.drawing.roles import Role
from jasc_data.drawing.table_spec import Column, TableSpec
from tests.packages import rows_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
AVERAGES = (
    Reference(106.625, Role.GROUP_AVERAGE, ("MSG average",), "106.6"),
    Reference(129.0, Role.NATIONAL_AVERAGE, ("National average",), "129.0"),
)


def part(value: float, role: Role, name: str = "", *printed: str) -> Part:
    return Part(value, role, "", name, printed)


def drawn(plot: Plot, key: Key | None = None) -> NativeChart:
    source = Provenance("Source: a test")
    spec = ChartSpec(plot, "m", "s", "open", "alt", TableSpec((Column("a"),), ()), "f", source, key)
    return native_chart(spec, 480, 10)


def series(chart: NativeChart) -> dict[str, list[float | None]]:
    """By name, the values of each series as the XML has them; of points, those that go up."""
    found = {}
    for one in ElementTree.fromstring(chart.xml).iter(f"{C}ser"):
        values = one.find(f"{C}val") or one.find(f"{C}yVal")
        assert values is not None
        count = int(next(values.iter(f"{C}ptCount")).get("val", ""))
        points = {int(point.get("idx", "")): float(point[0].text or "") for point in values.iter(f"{C}pt")}
        found[next(one.iter(f"{C}v")).text or ""] = [points.get(place) for place in range(count)]
    return found


def ranked(name: str = "Norfolk") -> RankedBars:
    bars = (Bar(name, "93", (part(93, Role.OTHERS),)), Bar("West Mercia", "104", (part(104, Role.HOME),), True))
    return RankedBars(bars, AVERAGES)


def test_averages_are_bars_among_the_ranked_ones_named_with_their_figures() -> None:
    chart = drawn(ranked())
    sheets = rows_of(chart.xlsx_blob)
    assert sheets["Sheet1"][1:] == [
        ["Norfolk  93", 93, None, None, None],
        ["West Mercia  104", None, 104, None, None],
        ["MSG average  106.6", None, None, 106.625, None],
        ["National average  129.0", None, None, None, 129],
    ]
    assert series(chart) == {
        "other force of the group": [93, None, None, None],
        "home force": [None, 104, None, None],
        "MSG average": [None, None, 106.625, None],
        "National average": [None, None, None, 129],
    }
    assert not chart.xml.count(b"scatterChart")


def test_colours_are_the_palettes_and_every_axis_has_a_number_of_its_own() -> None:
    root = ElementTree.fromstring(drawn(ranked()).xml)
    fills = {element.get("val") for element in root.iter() if element.tag.endswith("srgbClr")}
    assert {"12436D", "909090", "0B0C0C"} <= fills
    axes = [element[0].get("val") for element in root.iter() if element.tag in (f"{C}catAx", f"{C}valAx")]
    assert axes == ["1", "2"]
    ends = [element.get("val") for element in root.iter(f"{C}max")]
    assert ends == ["150.0"], "bars and averages are on one scale"


def test_shares_and_counts_keep_their_classes_and_label_what_has_room() -> None:
    shares = StackedShares(
        (
            (Bar("Us", "10", (part(0.5, Role.LEVEL_2, "2", "2  50%", "2"), part(0.5, Role.LEVEL_3, "3", "3  50%"))),),
            (
                Bar(
                    "Them", "50", (part(0.98, Role.LEVEL_2, "2", "2  98%", "2"), part(0.02, Role.LEVEL_3, "3", "3  2%"))
                ),
            ),
        )
    )
    chart = drawn(shares, Key(((Role.LEVEL_2, "2"), (Role.LEVEL_3, "3")), before="Level:"))
    assert series(chart) == {"2": [0.5, None, 0.98], "3": [0.5, None, 0.02]}, "a gap between the groups"
    assert rows_of(chart.xlsx_blob)["Sheet1"][3] == ["Them  50", 0.98, 0.02]
    gone = [e for e in ElementTree.fromstring(chart.xml).iter(f"{C}dLbl") if e.find(f"{C}delete") is not None]
    assert len(gone) == 3, "the gap's two, and the part of 2%"
    counts = StackedCounts(
        (Bar("Vetting", "38", (part(13, Role.LEVEL_3, "L3", "L3: 13"), part(25, Role.LEVEL_2, "L2"))),)
    )
    assert series(drawn(counts)) == {"L3": [13], "L2": [25]}


def test_dots_are_stacked_and_named_in_the_workbook() -> None:
    dots = tuple(Dot(name, value, role, "") for name, value, role in (
        ("West Mercia", 6, Role.HOME), ("Suffolk", 6, Role.OTHERS), ("Norfolk", 3, Role.OTHERS)))  # fmt: skip
    chart = drawn(DotStrip(dots, AVERAGES[:1]))
    assert series(chart) == {"home force": [1], "other force of the group": [2, 1], "MSG average 106.6": [0, 3]}
    assert rows_of(chart.xlsx_blob)["Names"][1:] == [["West Mercia", 6], ["Suffolk", 6], ["Norfolk", 3]]


def test_lines_break_after_120_days_and_their_days_are_days() -> None:
    points = [(date(2023, 1, 2), 40.0), (date(2023, 3, 2), 42.0), (date(2023, 9, 4), 34.0)]
    average = DatedLine("MSG average", Role.GROUP_AVERAGE, [(date(2023, 9, 4), 33.125)], ("MSG average (7 of 8)",))
    chart = drawn(DatedLines((average, DatedLine("West Mercia", Role.HOME, points, whole=True))))
    assert series(chart) == {"MSG average (7 of 8) 33.1": [33.125], "West Mercia 34": [40, 42, None, 34]}
    assert [datetime(2023, 1, 2), 40] in rows_of(chart.xlsx_blob)["Sheet1"]


def test_a_line_alone_is_called_by_what_it_counts_and_carries_its_figures() -> None:
    chart = drawn(DatedLines((DatedLine("", Role.HOME, [(date(2023, 9, 4), 34.0)], whole=True),)))
    assert series(chart) == {"open 34": [34]}
    assert [e.get("val") for e in ElementTree.fromstring(chart.xml).iter(f"{C}showVal")] == ["1"]
    assert b"c:legend>" not in chart.xml


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "a\x07b <i>&", "@x"])
def test_a_name_stays_text_in_the_workbook_and_in_the_xml(name: str) -> None:
    chart = drawn(ranked(name))
    shown = f"{name.replace(chr(7), '')}  93"
    assert rows_of(chart.xlsx_blob)["Sheet1"][1][0] == shown
    assert shown in [element.text for element in ElementTree.fromstring(chart.xml).iter(f"{C}v")]


def test_a_scale_ends_at_a_whole_step_and_has_few_of_them() -> None:
    assert scale_to([146], [129.0]) == Scale(150, 50)
    assert scale_to([12.0]) == Scale(12, 2)
    assert scale_to([0.0], []) == Scale(1, 1)


def test_what_a_key_does_not_show_is_said_below() -> None:
    source = Provenance("Source: items export, 4 Sep 2023", "OFFICIAL", invented=True)
    key = Key(((Role.LEVEL_2, "2"), (Role.LEVEL_3, "3")), before="Level:", after="Beside each name: all open")
    spec = ChartSpec(ranked(), "m", "s", "open", "alt", TableSpec((), ()), "f", source, key)
    assert said_below(spec) == (
        "Level: 2 and 3. Beside each name: all open. Invented demonstration data. "
        "Source: items export, 4 Sep 2023. OFFICIAL."
    )
