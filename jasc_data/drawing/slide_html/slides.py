"""A presentation as one piece of HTML: every view with its place, its date and its marking."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec, DatedLines, DotStrip, Key, RankedBars, StackedCounts, StackedShares
from jasc_data.drawing.slide import Block, Figure, Figures, Slide, Words
from jasc_data.drawing.slide_html.bars import counts, ranked, shares
from jasc_data.drawing.table_spec import Link, TableSpec
from jasc_data.drawing.tables.html_table import html_table
from jasc_data.wording.outside_text import undirected

_VIEW = Markup(
    '<section class="view" id="view-{}" data-view="{}" aria-label="{} of {}"><h1>{}</h1><div class="body">{}</div>'
    "<footer><span>{}</span>{}<span>{} of {}</span></footer></section>"
)
_FEW = 4  # rows that can be written larger
_MARK = Markup("<strong>{}</strong>")
_FIGURE = Markup('<div class="figure"><h2>{}</h2><strong>{}</strong>{}</div>')
_CHART = Markup('<figure><figcaption>{}</figcaption><div role="img" aria-label="{}">{}</div></figure>')
_SWATCH = Markup('<span class="key"><i style="background:{}"></i>{}</span>')


@dataclass(frozen=True)
class Shown:
    """What stands on every view. marks: the protective marking, and that figures are invented, as far as they apply."""

    as_of: str
    marks: tuple[str, ...] = ()


def slides_html(slides: Sequence[Slide], shown: Shown) -> Markup:
    """The views in order; all but one are hidden by whoever shows them."""
    number = len(slides)
    marks = Markup("").join(_MARK.format(mark) for mark in shown.marks)
    views = Markup("").join(
        _VIEW.format(
            slide.name,
            slide.name,
            place,
            number,
            slide.title,
            Markup("").join(map(_block, slide.blocks)),
            f"{shown.as_of}. {slide.source}.",
            marks,
            place,
            number,
        )
        for place, slide in enumerate(slides, start=1)
    )
    return Markup(undirected(views))


def _block(block: Block) -> Markup:
    match block:
        case ChartSpec():
            return _chart(block)
        case TableSpec():
            few = Markup(' class="few"') if len(block) <= _FEW else ""
            return Markup("<div{}>{}</div>").format(few, html_table(block, _nowhere))
        case Figures():
            return Markup('<div class="figures">{}</div>').format(Markup("").join(map(_figure, block.figures)))
        case Words():
            return Markup('<div class="words">{}</div>').format(_paragraphs(block.lines))


def _chart(spec: ChartSpec) -> Markup:
    plot = spec.plot
    match plot:
        case RankedBars():
            drawn = ranked(plot)
        case StackedShares():
            drawn = shares(plot)
        case StackedCounts():
            drawn = counts(plot)
        case DotStrip() | DatedLines():
            raise AssertionError("no view shows dots or lines over dates")
    said = Markup("{}. {}").format(spec.measure, _key(spec.key)) if spec.key else spec.measure
    return _CHART.format(said, spec.alt, drawn)


def _key(key: Key) -> Markup:
    entries = Markup("").join(_SWATCH.format(theme.FILLS[role], words) for role, words in key.entries)
    return Markup('<span class="keys">{} {}</span>').format(key.before, entries)


def _figure(figure: Figure) -> Markup:
    return _FIGURE.format(figure.label, figure.value, _paragraphs(figure.lines))


def _paragraphs(lines: Sequence[str]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


def _nowhere(_: Link) -> str:
    """A view leads nowhere: who presents stays in the presentation."""
    return "#"
