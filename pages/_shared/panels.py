"""Pieces of a page that more than one page shows."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import cache, partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.notices import contradictions
from jasc_data.documents.tables import chart_csv, chart_xlsx, table_csv, table_xlsx
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.markdown_table import markdown_table
from jasc_data.intake.problems import Problem
from jasc_data.uploads.problem_table import problem_table
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.pictures import card_picture, picture
from pages._shared.session import current

_STYLE, _FRAME = Path(__file__).parent / "style.css", Path(__file__).parent / "frame.js"
_SHOWN_AT_ONCE = 200
_ROWS_IN_MENU = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SAVE = Markup('<button type="button" class="jasc-save" data-picture-of="{}">Save the picture</button> ')
_COPY = Markup('<button type="button" class="jasc-save" data-table-of="{}">Copy the table</button> ')
_LINK = Markup('<button type="button" class="jasc-save" data-as-of="{}">Copy the link</button>')
WIDE, NARROW = 99, 37  # characters that fit a line of a chart, one alone or three side by side


def apply_style() -> None:
    """The few rules that Streamlit's theme cannot express, and what no rule can."""
    st.html(_STYLE)
    with st.container(key="frame-script"):
        st.html(_frame_script(), unsafe_allow_javascript=True)


@cache
def _frame_script() -> str:
    return f"<script>{_FRAME.read_text(encoding='utf-8')}</script>"


def show_chart(
    chart: ChartSpec,
    *,
    characters: int,
    key: str = "",
    on_choice: Callable[[], None] | None = None,
    table: TableSpec | None = None,
) -> None:
    """A chart with its alt text and a quiet menu: a picture of fixed size, its figures as files and as a table.

    characters: how many characters of text fit a line of it. key: its own on the page, where the file name is not.
    on_choice: called when a bar or a point is clicked on. table: what says the same, where not the chart's own.
    """
    key = key or chart.file_name
    figure, vector = picture(chart, characters), bool(st.session_state.get(f"vector-{key}"))
    place = f"chart-of-{'wide-' if characters > NARROW else ''}{key}"
    with st.container(key=place, gap="xxsmall"):
        st.plotly_chart(
            figure,
            theme=None,
            height=round(figure.layout.height),  # its place is kept while it loads
            alt=chart.alt,
            key=key,
            on_select=on_choice or "ignore",
            selection_mode="points",
            config={
                "displaylogo": False,
                "displayModeBar": "hover",
                "modeBarButtons": [["toImage"]],
                "toImageButtonOptions": _saved(chart, figure.layout.height, vector=vector),
            },
        )
        with st.container(key=f"menu-of-{key}"):
            _show_menu(chart, key, place, table or chart.table.captioned(chart.alt))


def _show_menu(chart: ChartSpec, key: str, place: str, table: TableSpec) -> None:
    """What a chart can be taken along as, and its table, behind one quiet button."""
    label = f"Picture, data and table of {chart.message}"
    menu = st.popover(label, type="tertiary", icon=":material/more_vert:", key=f"open-{key}", on_change="rerun")
    if not menu.open:  # what few open is made for those alone
        return
    with menu:
        st.html(_save_buttons(key, place))
        st.toggle("The picture as SVG, which stays sharp at any size (otherwise PNG)", key=f"vector-{key}")
        _offer("Figures", partial(chart_csv, chart), partial(chart_xlsx, chart), chart.file_name, key)
        show_table(table if len(table) <= _ROWS_IN_MENU else table.first_rows(_ROWS_IN_MENU), f"menu-{key}")
        if len(table) > _ROWS_IN_MENU:
            st.caption(f"The first {_ROWS_IN_MENU} of {len(table):,} rows; the files hold all of them.")


def _save_buttons(key: str, place: str) -> Markup:
    """What the page's own script does: saves the picture, copies the table as Word reads it, copies the link."""
    grounds = current().grounds
    day = long_date(grounds.as_of) if grounds.as_of else ""
    return _SAVE.format(place) + _COPY.format(f"figures-menu-{key}") + _LINK.format(day)


def show_strip(chart: ChartSpec) -> None:
    """A small chart without words of its own, within a card that says them."""
    strip = card_picture(chart)
    st.plotly_chart(
        strip,
        theme=None,
        height=round(strip.layout.height),
        alt=chart.alt,
        key=chart.file_name,
        config={"displaylogo": False, "displayModeBar": False},
    )


def _saved(chart: ChartSpec, height: float, *, vector: bool) -> dict[str, object]:
    """What the camera saves: a size of its own, whatever the size on the screen.

    The height is the chart's own: its labels are placed by pixels, and would leave their lines in a taller plot.
    """
    form = {"format": "svg", "scale": 1} if vector else {"format": "png", "scale": 2}
    return {"filename": chart.file_name, "width": 900, "height": round(height), **form}


def show_table(table: TableSpec, key: str = "") -> None:
    """A table. key: its own on the page, where it is one of figures, which then stand to the right."""
    with st.container(key=f"figures-{key}") if key else nullcontext():
        st.table(markdown_table(table), alt=table.caption)


def show_chart_table(chart: ChartSpec, key: str, *, latest: int | None = None) -> None:
    """The figures of a chart, with its alternative text; the first rows only where so many of them are asked for."""
    table = chart.table.captioned(chart.alt)
    show_table(table.first_rows(latest) if latest else table, key)


def offer_table(title: str, table: TableSpec, provenance: Provenance, file_name: str, shown_as: str = "") -> None:
    """Buttons for the table as CSV and as a workbook, under its title and with where its figures come from.

    shown_as: the key under which ``show_table`` shows it, where it can be copied as it stands.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        if shown_as:
            st.html(_COPY.format(f"figures-{shown_as}"), width="content")
        told = (title, table, provenance)
        _offer("This list", partial(table_csv, *told), partial(table_xlsx, *told), file_name, "list")


def _offer(what: str, as_csv: Callable[[], bytes], as_xlsx: Callable[[], bytes], file_name: str, key: str) -> None:
    """Two buttons; the files are made when one is pressed. key: that of what they are of, its own on the page."""
    for label, made, ending, kind in (("CSV", as_csv, "csv", "text/csv"), ("Excel", as_xlsx, "xlsx", XLSX)):
        st.download_button(
            f"{what} ({label})",
            made,
            f"{file_name}.{ending}",
            kind,
            key=f"{ending}-of-{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def folded(label: str, key: str, *, at_first: bool = False) -> ExpanderContainer:
    """A part of a page that few open, made only while ``.open`` is true. label: what is in it. key: its own.

    at_first: it is open until somebody closes it. Where it is so in some views alone, it is another part in these:
    closed in one it would else be closed in all.
    """
    own = f"folded-{key}-open" if at_first else f"folded-{key}"
    return st.expander(label, expanded=at_first, key=own, on_change="rerun")


def text_to_copy(lines: Iterable[str], key: str, label: str = "Text to copy") -> None:
    """Sentences with a button that copies them, made when they are opened: for it a browser fetches half a megabyte."""
    part = folded(label, f"copied-{key}")
    if part.open:
        with part:
            st.code("\n".join(lines), language=None, wrap_lines=True)


def show_lines(lines: Iterable[str]) -> None:
    """Sentences, each a paragraph; figures in them are as written."""
    for line in lines:
        st.markdown(plain(line))


def warn_of_contradictions(comparison: Comparison) -> tuple[str, ...]:
    """Warns of home figures that items and positions of one date tell differently, and gives the sentences."""
    differing = contradictions(comparison)
    if differing:
        meaning = "One of the two exports is not complete, or they count differently: see the Uploads page."
        st.warning(plain(" ".join((*differing, meaning))), icon=":material/warning:")
    return differing


def show_source(source: str, *more: str) -> None:
    """The line at the foot of a page that says where its figures come from."""
    st.html(Markup('<p class="jasc-source">{}</p>').format(" ".join((source, *more))))


def show_problems(problems: Iterable[Problem]) -> None:
    """The problems in a table: where, what is wrong, what to do; of very many the first."""
    found = list(problems)
    show_table(problem_table(found[:_SHOWN_AT_ONCE]))
    if len(found) > _SHOWN_AT_ONCE:
        st.markdown(f"{len(found) - _SHOWN_AT_ONCE:,} more problems are not shown; mend these first.")
