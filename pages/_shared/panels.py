"""Pieces of a page that more than one page shows."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from jasc_data.documents.tables import chart_csv, chart_xlsx, table_csv, table_xlsx
from jasc_data.drawing.chart import INVENTED, Provenance
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.drawing.tables.markdown_table import markdown_table
from jasc_data.intake.problems import Problem
from jasc_data.uploads.problem_table import problem_table
from jasc_data.wording.markdown_text import plain
from pages._shared.pictures import card_picture, picture
from pages._shared.session import current

_STYLE = Path(__file__).parent / "style.css"
_SHOWN_AT_ONCE = 200
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDE, NARROW = 110, 40  # characters that fit a line of a chart, one alone or three side by side


def apply_style() -> None:
    """The few rules that Streamlit's theme cannot express."""
    st.html(_STYLE)


def show_chart(
    chart: ChartSpec, *, characters: int, key: str = "", on_choice: Callable[[], None] | None = None
) -> None:
    """A chart with its alt text and its downloads: a picture of fixed size, and its figures.

    characters: how many characters of text fit a line of it. key: its own on the page, where the file name is not.
    on_choice: called when a bar or a point is clicked on.
    """
    key = key or chart.file_name
    figure, vector = picture(chart, characters), bool(st.session_state.get(f"vector-{key}"))
    st.plotly_chart(
        figure,
        theme=None,
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
    with st.popover("Download", type="tertiary", icon=":material/download:"):
        st.markdown("**Picture:** the camera at the top right of the chart, while the pointer is on the chart.")
        st.toggle("The picture as SVG, which stays sharp at any size (otherwise PNG)", key=f"vector-{key}")
        _offer("Figures", partial(chart_csv, chart), partial(chart_xlsx, chart), chart.file_name, key)


def show_strip(chart: ChartSpec) -> None:
    """A small chart without words of its own, within a card that says them."""
    say_when_invented()  # a picture with words of its own says so itself
    st.plotly_chart(
        card_picture(chart),
        theme=None,
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


def show_table(table: TableSpec, key: str = "", *, held: bool = True) -> None:
    """A table. key: its own on the page, where it is one of figures, which then stand to the right.

    held: what it shows is held (and invented while the demonstration is), not told by a file that is being uploaded.
    """
    with st.container(key=f"figures-{key}") if key else nullcontext():
        st.table(markdown_table(table), alt=table.caption)
    if held:
        say_when_invented()


def show_chart_table(chart: ChartSpec, key: str, *, latest: int | None = None) -> None:
    """The figures of a chart, with its alternative text; the first rows only where so many of them are asked for."""
    table = chart.table.captioned(chart.alt)
    show_table(table.first_rows(latest) if latest else table, key)


def offer_table(title: str, table: TableSpec, provenance: Provenance, file_name: str) -> None:
    """Buttons for the table as CSV and as a workbook, under its title and with where its figures come from."""
    with st.container(horizontal=True):
        told = (title, table, provenance)
        _offer("This list", partial(table_csv, *told), partial(table_xlsx, *told), file_name, "list")


def _offer(what: str, as_csv: Callable[[], bytes], as_xlsx: Callable[[], bytes], file_name: str, key: str) -> None:
    """Two buttons; the files are made when one is pressed. key: that of what they are of, its own on the page."""
    for label, made, ending, kind in (("CSV", as_csv, "csv", "text/csv"), ("Excel", as_xlsx, "xlsx", _XLSX)):
        st.download_button(
            f"{what} ({label})",
            made,
            f"{file_name}.{ending}",
            kind,
            key=f"{ending}-of-{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def say_when_invented() -> None:
    """The demonstration's charts and tables say what they are, besides the banner."""
    if current().demonstration:
        st.caption(INVENTED)


def show_lines(lines: Iterable[str]) -> None:
    """Sentences, each a paragraph; figures in them are as written."""
    for line in lines:
        st.markdown(plain(line))


def show_source(source: str, *more: str) -> None:
    """The line at the foot of a page that says where its figures come from."""
    st.html(Markup('<p class="jasc-source">{}</p>').format(" ".join((source, *more))))


def show_problems(problems: Iterable[Problem]) -> None:
    """The problems in a table: where, what is wrong, what to do; of very many the first."""
    found = list(problems)
    show_table(problem_table(found[:_SHOWN_AT_ONCE]), held=False)
    if len(found) > _SHOWN_AT_ONCE:
        st.markdown(f"{len(found) - _SHOWN_AT_ONCE:,} more problems are not shown; mend these first.")
