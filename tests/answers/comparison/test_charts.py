"""Charts are pure: an answer built by hand goes in, what is drawn, its words and its table come out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from html import unescape
from itertools import product
from typing import Any

import plotly.graph_objects as go
import pytest

from jasc_data.answers.comparison.answer import Comparison, KindComparison, group_average
from jasc_data.answers.comparison.charts import bar_chart, group_strip, nation_strip
from jasc_data.answers.comparison.tables import paper_table
from jasc_data.answers.comparison.text import kind_sentence
from jasc_data.answers.figures.headlines import Headline, HeldDate
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.domain.forces import national_directory
from jasc_data.domain.rank import rank_of
from jasc_data.domain.vocabulary import AverageBasis, ExportType, Kind, NationalSource
from jasc_data.drawing import theme
from jasc_data.drawing.chart import ALT_LIMIT, INVENTED, Provenance, alt_text
from jasc_data.drawing.chart_spec import ChartSpec, DotStrip, RankedBars
from jasc_data.drawing.plotly_charts.template import TEMPLATE
from jasc_data.drawing.tables.markdown_table import markdown_table
from tests.builders import AFI, COC, HOME, REC
from tests.figures import drawn, drawn_on_a_card, words
from tests.tables import as_read

DAY = date(2023, 9, 4)
SOURCE = Provenance("Source: positions export, 4 Sep 2023")
PAPER = {
    "Devon & Cornwall": 71,
    "Gloucestershire": 110,
    "Norfolk": 93,
    "North Yorkshire": 106,
    "Suffolk": 115,
    "Warwickshire": 108,
    HOME: 104,
    "Wiltshire": 146,
}
COLUMN = 362  # pixels of one of three charts in a row on a screen of 1280 pixels
NARROW = 40  # what the page says such a column has room for
CARD = 330  # pixels of the line of dots on such a screen
Maker = Callable[..., ChartSpec | None]
Show = Callable[[Comparison], go.Figure]


def figure(force: str, open_: int, kind: Kind = REC, day: date = DAY) -> Headline:
    when = datetime(2023, 9, 5, 10)
    return Headline(force, kind, open_, day, day, ExportType.POSITIONS, 1, None, None, "export.csv", when)


def answer(
    counts: Mapping[str, int] = PAPER,
    national: float | None = 129.0,
    *,
    kind: Kind = REC,
    home: str = HOME,
    group: tuple[str, ...] = tuple(PAPER),
    basis: AverageBasis = AverageBasis.WITH_US,
    nation: Mapping[str, int] | None = None,
) -> Comparison:
    """A comparison in which one kind holds these figures."""
    members = sorted((figure(force, counts[force], kind) for force in group if force in counts), key=_order)
    held = {member.force: member.open for member in members}
    whole = sorted((figure(force, open_, kind) for force, open_ in (nation or {}).items()), key=_order)
    published = NationalAverage(national, NationalSource.PUBLISHED, DAY) if national is not None else None
    entry = KindComparison(
        kind=kind,
        home=figure(home, counts[home], kind) if home in counts else None,
        members=tuple(members),
        not_held=tuple(force for force in group if force not in counts),
        group_average=group_average(held, home, basis),
        rank=rank_of(home, held),
        national=published,
        national_last=None,
        nation=tuple(whole),
        national_rank=rank_of(home, {headline.force: headline.open for headline in whole}),
    )
    return Comparison(home, DAY, (HeldDate(DAY, about_home=True),), group, basis, {kind: entry})


def _order(headline: Headline) -> tuple[int, str]:
    return headline.open, headline.force


def bars(comparison: Comparison, provenance: Provenance = SOURCE, *, kind: Kind = REC) -> ChartSpec:
    chart = bar_chart(comparison, kind, provenance)
    assert chart is not None
    return chart


def strip(comparison: Comparison, kind: Kind = REC) -> ChartSpec:
    chart = group_strip(comparison, kind, SOURCE)
    assert chart is not None
    return chart


def bars_drawn(comparison: Comparison, characters: int = 42) -> go.Figure:
    return drawn(bars(comparison), characters)


def strip_drawn(comparison: Comparison) -> go.Figure:
    return drawn_on_a_card(strip(comparison))


def values(chart: ChartSpec) -> dict[str, float]:
    """What each mark says, in the order in which they are drawn."""
    assert isinstance(chart.plot, RankedBars | DotStrip)
    marks = chart.plot.bars if isinstance(chart.plot, RankedBars) else chart.plot.dots
    return {mark.name: mark.value for mark in marks}


def label(figure: go.Figure, name: str) -> Any:
    """The one label of an average whose text begins so."""
    found = [note for note in figure.layout.annotations if note.xref == "x" and note.text.startswith(name)]
    assert len(found) == 1, [annotation.text for annotation in figure.layout.annotations]
    return found[0]


def pixels(text: str) -> float:
    """About how wide a text stands at 16 pixels; checked against Chromium in the browser tests."""
    return 7.7 * len(re.sub(r"<[^>]+>", "", text))


def reach(figure: go.Figure, annotation: Any, width: int) -> tuple[float, float]:
    """From where to where a label stands, in pixels of a picture of that width."""
    layout = figure.layout
    low, high = layout.xaxis.range
    plot = width - layout.margin.l - layout.margin.r
    at = layout.margin.l + plot * (annotation.x - low) / (high - low) + (annotation.xshift or 0)
    size = pixels(annotation.text)
    left = at - {"left": 0.0, "center": size / 2, "right": size}[annotation.xanchor]
    return left, left + size


def lines(figure: go.Figure) -> dict[float, list[Any]]:
    """The vertical lines by where they stand, in drawing order."""
    found: dict[float, list[Any]] = {}
    for shape in figure.layout.shapes:
        if shape.type == "line" and shape.x0 == shape.x1:
            found.setdefault(shape.x0, []).append(shape)
    return found


# The bars


def test_bars_stand_fewest_first_from_zero() -> None:
    assert list(values(bars(answer()))) == sorted(PAPER, key=PAPER.__getitem__)
    figure = bars_drawn(answer())
    (trace,) = figure.data
    assert list(trace.x) == [71, 93, 104, 106, 108, 110, 115, 146]
    assert list(trace.y) == sorted(trace.y)
    low, high = figure.layout.yaxis.range
    assert low > high  # the first stands on top
    assert figure.layout.xaxis.range[0] == 0


def test_the_home_force_alone_is_blue() -> None:
    (trace,) = bars_drawn(answer()).data
    coloured = dict(zip(values(bars(answer())), trace.marker.color, strict=True))
    assert coloured.pop(HOME) == theme.HOME
    assert set(coloured.values()) == {theme.OTHERS}


def test_every_force_is_named_in_full_with_its_figure() -> None:
    said = words(bars_drawn(answer()))
    for force, open_ in PAPER.items():
        assert re.search(rf"{force}\s+{open_}\b", said), (force, said)


def test_thousands_are_separated() -> None:
    chart = bars(answer({**PAPER, "Wiltshire": 12_345}))
    assert "12,345" in words(drawn(chart))
    assert "12,345" in chart.alt
    assert as_read(chart.table).loc["Wiltshire", "Open"] == "12,345"


@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
def test_both_averages_are_drawn_where_they_are_behind_the_bars(show: Show) -> None:
    drawn = lines(show(answer()))
    assert sorted(drawn) == [106.625, 129.0]
    for line, mark in drawn.values():
        assert (line.layer, line.line.color, line.line.width) == ("below", theme.INK, 3)  # no bar is cut into blocks
        assert (mark.ysizemode, mark.layer) == ("pixel", "above")
    assert drawn[106.625][0].line.dash != "solid"
    assert drawn[129.0][0].line.dash == "solid"
    assert (drawn[106.625][1].yanchor, drawn[129.0][1].yanchor) == (1, 0)  # each leads to its own label


@pytest.mark.parametrize("apart", [0.0, 0.1, 1.0, 20.0])
@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
def test_both_averages_are_seen_however_close_they_lie(show: Show, apart: float) -> None:
    figures = dict(zip(PAPER, (10, 10, 10, 40, 40, 40, 40, 40), strict=True))
    mean = sum(figures.values()) / len(figures)
    shapes = [shape for shape in show(answer(figures, mean + apart)).layout.shapes if shape.x0 == shape.x1]
    nation, nations_mark, group, groups_mark = shapes
    assert (nation.x0, group.x0) == (pytest.approx(mean + apart), mean)
    assert nation.line.dash == "solid"
    assert group.line.dash != "solid"
    inside = group.line.color == theme.WHITE  # white dashes within the nation's black line, drawn after it
    assert inside == (apart <= 0.1)
    assert group.line.width < nation.line.width if inside else group.line.color == theme.INK
    assert (nations_mark.y1, groups_mark.y1) == (-6, 6)


@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
def test_equal_averages_are_both_drawn_and_both_named(show: Show) -> None:
    figure = show(answer(dict.fromkeys(PAPER, 20), 20.0))
    (place,) = lines(figure)
    assert place == 20
    group, nation = label(figure, "MSG"), label(figure, "National")
    assert (group.y, group.yanchor) == (1, "bottom")  # above the plot
    assert (nation.y, nation.yanchor) == (0, "top")  # below it: they cannot collide


@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
def test_averages_are_written_to_one_decimal(show: Show) -> None:
    said = words(show(answer()))
    assert "106.6" in said
    assert "129.0" in said


NEAR_ZERO = ({force: 1 if force == "Wiltshire" else 0 for force in PAPER} | {"Suffolk": 400}, 0.0)
NEAR_ZERO_BOTH = (dict.fromkeys(PAPER, 0), 40.0)
NEAR_THE_TOP = (dict.fromkeys(PAPER, 999), 1_000.0)
IN_THE_MIDDLE = (dict.fromkeys(PAPER, 50) | {"Wiltshire": 102}, 50.0)
PLACES = {
    "the paper's": (PAPER, 129.0),
    "the paper's causes of concern": (dict(zip(PAPER, (3, 12, 3, 3, 6, 6, 6, 9), strict=True)), 4.0),
    "national far beyond": (PAPER, 900.0),
    "national at 0": (PAPER, 0.0),
    "near 0": NEAR_ZERO,
    "group at 0": NEAR_ZERO_BOTH,
    "near the top": NEAR_THE_TOP,
    "just left of the middle": IN_THE_MIDDLE,
    "just right of the middle": (dict.fromkeys(PAPER, 53) | {"Wiltshire": 100}, 54.0),
    "all 0": (dict.fromkeys(PAPER, 0), 0.0),
}


@pytest.mark.parametrize("basis", list(AverageBasis))
@pytest.mark.parametrize("held", [8, 7])
@pytest.mark.parametrize("place", list(PLACES))
def test_labels_of_averages_are_never_cut_in_a_column_of_three(place: str, held: int, basis: AverageBasis) -> None:
    counts, national = PLACES[place]
    kept = {force: open_ for force, open_ in counts.items() if held == 8 or force != "Norfolk"}
    figure = bars_drawn(answer(kept, national, basis=basis), NARROW)
    for name in ("MSG", "National"):
        left, right = reach(figure, label(figure, name), COLUMN)
        assert left >= 0, (label(figure, name).text, left)
        assert right <= COLUMN, (label(figure, name).text, right)


@pytest.mark.parametrize("place", list(PLACES))
def test_labels_of_averages_are_never_cut_on_a_card(place: str) -> None:
    figure = strip_drawn(answer(*PLACES[place]))
    for name in ("MSG", "National"):
        left, right = reach(figure, label(figure, name), CARD)
        assert left >= 0, (label(figure, name).text, left)
        assert right <= CARD, (label(figure, name).text, right)


@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
@pytest.mark.parametrize("national", [None, 0.0, 129.0])
def test_a_national_average_of_0_is_drawn_and_a_missing_one_is_not(show: Show, national: float | None) -> None:
    figure = show(answer(national=national))
    assert (national in lines(figure)) is (national is not None)
    assert ("National" in words(figure)) is (national is not None)


@pytest.mark.parametrize("place", list(PLACES))
def test_the_line_of_dots_reaches_every_dot_and_average(place: str) -> None:
    counts, national = PLACES[place]
    comparison = answer(counts, national)
    low, high = strip_drawn(comparison).layout.xaxis.range
    group = comparison.kinds[REC].group_average
    for value in (*counts.values(), national, group):
        assert low <= value <= high, (value, low, high)


def test_dots_of_equal_figures_do_not_hide_each_other() -> None:
    chart = strip(answer(dict.fromkeys(PAPER, 7)))
    figure = drawn_on_a_card(chart)
    (trace,) = figure.data
    assert len(set(zip(trace.x, trace.y, strict=True))) == 8
    home = list(values(chart)).index(HOME)
    assert trace.y[home] == 0  # the home force stands on the line
    assert trace.marker.color[home] == theme.HOME
    assert max(trace.y) < figure.layout.yaxis.range[1]


# What is not held


def test_one_member_held_is_a_chart_of_one_bar() -> None:
    chart = bars(answer({HOME: 6}))
    assert list(drawn(chart).data[0].x) == [6]
    assert "1 of 8" in words(drawn(chart))
    assert list(as_read(chart.table)["Open"]).count("not held") == 7
    assert group_strip(answer({HOME: 6}), REC, SOURCE) is None


@pytest.mark.parametrize("make", [bar_chart, group_strip, nation_strip])
def test_without_any_member_there_is_no_chart(make: Maker) -> None:
    assert make(answer({}), REC, SOURCE) is None
    assert make(answer(group=()), REC, SOURCE) is None


def test_a_home_force_that_is_not_held_is_said_and_never_drawn_as_0() -> None:
    comparison = answer({force: open_ for force, open_ in PAPER.items() if force != HOME})
    chart = bars(comparison)
    assert chart.message == f"Recommendations: {HOME} is not held"
    assert HOME not in values(chart)
    assert f"{HOME} is not held" in chart.alt
    assert as_read(chart.table).loc[HOME, "Open"] == "not held"


@pytest.mark.parametrize("make", [bars, strip])
def test_figures_of_0_are_drawn_and_said(make: Callable[[Comparison], ChartSpec]) -> None:
    chart = make(answer(dict.fromkeys(PAPER, 0), 0.0))
    assert set(values(chart).values()) == {0}
    assert f"{HOME} has 0 open recommendations" in chart.alt
    low, high = (bars_drawn if make is bars else strip_drawn)(answer(dict.fromkeys(PAPER, 0), 0.0)).layout.xaxis.range
    assert high > low
    assert set(as_read(chart.table)["Open"]) == {"0", "0.0"}


# The words


LONG = (
    "Metropolitan Police",
    "Avon and Somerset",
    "Cambridgeshire",
    "Devon & Cornwall",
    "Northamptonshire",
    "Nottinghamshire",
    "Hertfordshire",
    "Gloucestershire",
)


@pytest.mark.parametrize("make", [bars, strip])
@pytest.mark.parametrize("tied", [1, 2, 4, 8])
@pytest.mark.parametrize("basis", list(AverageBasis))
def test_alt_texts_hold_message_figures_and_extremes_within_the_limit(
    make: Callable[[Comparison], ChartSpec], tied: int, basis: AverageBasis
) -> None:
    counts = {force: 1_000 if place < tied else 1_000 + place for place, force in enumerate(LONG)}
    comparison = answer(counts, 1_029.5, home=LONG[0], group=LONG, basis=basis)
    alt = make(comparison).alt
    assert len(alt) <= ALT_LIMIT == 220
    assert f"{LONG[0]} has 1,000 open recommendations" in alt
    assert "1,029.5" in alt
    assert "owest" in alt, f"the lowest and highest were dropped: {alt}"
    assert "ighest" in alt
    assert alt.endswith(".")


def test_the_alt_text_of_the_papers_figures() -> None:
    assert bars(answer()).alt == (
        "Bar chart: West Mercia has 104 open recommendations, 3rd fewest of 8. MSG average 106.6; national average "
        "129.0. Lowest Devon & Cornwall (71), highest Wiltshire (146)."
    )
    assert strip(answer()).alt.startswith("Dots on a line: West Mercia has 104 open recommendations")


def test_every_force_that_is_level_at_an_end_is_named_the_home_force_too() -> None:
    counts = {**PAPER, HOME: 71, "Suffolk": 146}
    ends = "Lowest Devon & Cornwall and West Mercia (71), highest Suffolk and Wiltshire (146)."
    assert bars(answer(counts)).alt.endswith(ends)
    assert strip(answer(counts)).alt.endswith(ends)
    nation = dict.fromkeys(national_directory().names, 20) | {HOME: 3, "Kent": 3, "Essex": 90}
    chart = nation_strip(answer({**PAPER, HOME: 3}, nation=nation), REC, SOURCE)
    assert chart is not None
    assert chart.alt.endswith("Lowest Kent and West Mercia (3), highest Essex (90).")


def test_a_forces_name_is_never_written_small() -> None:
    assert "MSG average without West Mercia 107.0" in bars(answer(basis=AverageBasis.WITHOUT_US)).alt


def test_an_alt_text_is_never_cut_in_the_middle() -> None:
    assert alt_text("One.", "x" * ALT_LIMIT, "Three.") == "One."
    assert len(alt_text("word " * 100)) <= ALT_LIMIT


RANKS = [dict(PAPER), dict.fromkeys(PAPER, 104), {**PAPER, HOME: 1}, {**PAPER, HOME: 999}, {HOME: 104}]
NATIONS = [None, 0.0, 129.0, 104.0, 103.0, 3.0]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("basis", list(AverageBasis))
def test_a_title_has_at_most_12_words_whatever_the_figures(kind: Kind, basis: AverageBasis) -> None:
    for counts, national, held in product(RANKS, NATIONS, (8, 7)):
        kept = {force: open_ for force, open_ in counts.items() if held == 8 or force != "Norfolk"}
        message = bars(answer(kept, national, kind=kind, basis=basis), kind=kind).message
        assert len(message.split()) <= 12, message
        assert message.startswith(kind.short_heading)


@pytest.mark.parametrize("home", ["Avon and Somerset", "Devon & Cornwall", "City of London"])
def test_a_title_without_a_home_figure_has_at_most_12_words(home: str) -> None:
    counts = {force: open_ for force, open_ in PAPER.items() if force != home}
    message = bars(answer(counts, kind=AFI, home=home), kind=AFI).message
    assert len(message.split()) <= 12, message


@pytest.mark.parametrize(
    ("kind", "counts", "national", "message"),
    [
        (REC, PAPER, 129.0, "Recommendations: 3rd fewest"),
        (REC, PAPER, None, "Recommendations: 3rd fewest"),
        (REC, {**PAPER, HOME: 0}, 129.0, "Recommendations: the fewest"),
        (AFI, {HOME: 6, "Norfolk": 3}, 0.0, "Areas for improvement: the most"),
        (COC, {HOME: 6, "Norfolk": 6}, 6.0, "Causes of concern: joint fewest"),
    ],
)
def test_messages(kind: Kind, counts: dict[str, int], national: float | None, message: str) -> None:
    assert bars(answer(counts, national, kind=kind), kind=kind).message == message


def test_the_message_and_the_measure_stand_in_the_picture() -> None:
    chart = bars(answer())
    said = " ".join(words(drawn(chart)).split())
    assert chart.message in said
    assert "Open in West Mercia's MSG, 4 Sep 2023" in said


def test_a_title_and_a_source_are_wrapped_to_the_room_there_is() -> None:
    provenance = Provenance("Source: items and positions exports, 5 Jun 2023 to 4 Sep 2023", "OFFICIAL-SENSITIVE", True)
    for annotation in drawn(bars(answer(), provenance), NARROW).layout.annotations:
        for line in annotation.text.split("<br>"):
            assert len(unescape(re.sub(r"<[^>]+>", "", line))) <= NARROW, line


def test_the_picture_carries_source_marking_and_that_it_is_invented() -> None:
    provenance = Provenance("Source: items export, 4 Sep 2023", "OFFICIAL-SENSITIVE", invented=True)
    said = words(drawn(bars(answer(), provenance)))
    assert INVENTED == "Invented demonstration data"
    for line in (INVENTED, "Source: items export, 4 Sep 2023", "OFFICIAL-SENSITIVE"):
        assert line in said
    plain = words(bars_drawn(answer()))
    assert INVENTED not in plain
    assert "OFFICIAL" not in plain


def test_a_marking_is_written_as_it_is_and_never_as_markup() -> None:
    chart = bars(answer(), Provenance("Source", "<b>SECRET</b> & more"))
    assert "&lt;b&gt;SECRET&lt;/b&gt; &amp; more" in "".join(note.text for note in drawn(chart).layout.annotations)


@pytest.mark.parametrize("show", [bars_drawn, strip_drawn])
def test_no_text_is_smaller_than_16_pixels(show: Show) -> None:
    layout = show(answer()).layout
    assert layout.template.layout.font.size >= 16
    sizes = [note.font.size for note in layout.annotations if note.font.size]
    sizes += [layout.xaxis.tickfont.size or 16, layout.yaxis.tickfont.size or 16]
    for note in layout.annotations:
        sizes += [int(size) for size in re.findall(r"font-size:\s*(\d+)", note.text)]
    assert min(sizes) >= 16


def test_the_template_is_our_own() -> None:
    assert bars_drawn(answer()).layout.template == TEMPLATE
    assert bars_drawn(answer()).layout.showlegend in (None, False)


# The table


@pytest.mark.parametrize("make", [bars, strip])
def test_the_table_says_what_the_chart_shows(make: Callable[[Comparison], ChartSpec]) -> None:
    chart = make(answer())
    shown = {force: as_read(chart.table).loc[force, "Open"] for force in PAPER}
    assert shown == {force: str(open_) for force, open_ in PAPER.items()}
    assert values(chart) == PAPER
    assert as_read(chart.table).loc["MSG average", "Open"] == "106.6"
    assert as_read(chart.table).loc["National average", "Open"] == "129.0"
    assert as_read(chart.table).loc["National average", "From"] == "published"
    assert as_read(chart.table).loc[HOME, "As of"] == "4 September 2023"


def test_the_papers_table() -> None:
    entries = {
        kind: answer(PAPER if kind is REC else {HOME: 6}, 129.0 if kind is REC else None, kind=kind).kinds[kind]
        for kind in Kind
    }
    paper = paper_table(Comparison(HOME, DAY, (), tuple(PAPER), AverageBasis.WITH_US, entries))
    table = as_read(paper)
    assert list(table.columns) == [*PAPER, "MSG average", "National average"]
    assert list(table.loc["Recommendations"]) == [*map(str, PAPER.values()), "106.6", "129.0"]
    assert table.loc["Causes of concern", HOME] == "6"
    assert table.loc["Causes of concern", "Norfolk"] == "not held"
    assert table.loc["Causes of concern", "National average"] == "not held"
    assert markdown_table(paper).loc["Recommendations", f"**{HOME}**"] == "**104**"


def test_the_nation_is_a_dot_for_each_of_the_43_forces_with_ranks() -> None:
    nation = {force: place for place, force in enumerate(national_directory().names)} | {HOME: 3}
    chart = nation_strip(answer({**PAPER, HOME: 3}, nation=nation), REC, SOURCE)
    assert chart is not None
    (trace,) = drawn(chart).data
    assert len(trace.x) == len(chart.table) == 43
    assert len(set(zip(trace.x, trace.y, strict=True))) == 43
    assert as_read(chart.table).loc[HOME, "Rank"] == str(1 + sum(open_ < 3 for open_ in nation.values()))
    assert len(chart.alt) <= ALT_LIMIT
    assert "of 43" in chart.message


def test_charts_change_nothing_and_repeat_themselves() -> None:
    comparison = answer()
    assert bars(comparison).plot == bars(comparison).plot
    assert strip(comparison).plot == strip(comparison).plot
    assert bars_drawn(comparison) == bars_drawn(comparison)
    assert strip_drawn(comparison) == strip_drawn(comparison)
    assert comparison == answer()


def test_file_names_tell_force_kind_and_date() -> None:
    assert bars(answer()).file_name == "west-mercia-recommendation-msg-2023-09-04"
    assert bars(answer(kind=COC), kind=COC).file_name == "west-mercia-cause-of-concern-msg-2023-09-04"
    home = "Devon & Cornwall"
    assert re.fullmatch(r"[a-z0-9-]+", bars(answer(home=home)).file_name)


def test_the_words_beside_the_chart_agree_with_it() -> None:
    assert "104 open recommendations" in kind_sentence(answer(), REC)
