"""Pieces of a page that more than one page shows."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import streamlit as st

from jasc_data.charts.chart import INVENTED, Chart, Table
from jasc_data.charts.paper_table import emphasised
from jasc_data.intake.problems import Problem, Severity, shortened
from pages._shared.session import current
from pages._shared.text import plain

_STYLE = Path(__file__).parent / "style.css"
_SHOWN_AT_ONCE = 200


def apply_style() -> None:
    """The few rules that Streamlit's theme cannot express."""
    st.html(_STYLE)


def show_chart(chart: Chart, *, downloadable: bool = True) -> None:
    """A chart with its alt text. A downloadable one has a button for a PNG of fixed size with a telling name."""
    if not downloadable:
        _say_when_invented()  # a downloadable picture says so itself
    picture = {"format": "png", "filename": chart.file_name, "width": 900, "height": 560, "scale": 2}
    st.plotly_chart(
        chart.figure,
        theme=None,
        alt=chart.alt,
        key=chart.file_name,
        config={
            "displaylogo": False,
            "displayModeBar": "hover" if downloadable else False,
            "modeBarButtons": [["toImage"]],
            "toImageButtonOptions": picture,
        },
    )


def show_figures(table: Table, alt: str, name: str, home: str = "") -> None:
    """A table of figures, aligned to the right, the home force's in bold. ``name`` is its own on the page."""
    with st.container(key=f"figures-{name}"):
        st.table(emphasised(table, home), alt=alt)
    _say_when_invented()


def show_escaped_table(table: Table, alt: str) -> None:
    """A table whose text comes from files: shown as it is written, never rendered."""
    st.table({column: [plain(cell) for cell in table[column]] for column in table.columns}, alt=alt)


def _say_when_invented() -> None:
    """The demonstration's charts and tables say what they are, besides the banner."""
    if current().demonstration:
        st.caption(INVENTED)


def show_lines(lines: Iterable[str]) -> None:
    """Sentences, each a paragraph; figures in them are as written."""
    for line in lines:
        st.markdown(plain(line))


def show_source(source: str, *more: str) -> None:
    """The line at the foot of a page that says where its figures come from."""
    st.html(f'<p class="jasc-source">{escape(" ".join((source, *more)))}</p>')


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem in a table: where, what is wrong, what to do. Text from the file is never rendered."""
    listed = list(problems)
    words = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTICE: "Notice"}
    st.table(
        {
            "What": [words[found.severity] for found in listed[:_SHOWN_AT_ONCE]],
            "Row": [str(found.row_number or "") for found in listed[:_SHOWN_AT_ONCE]],
            "Column": [
                plain(f"{found.column_letter or ''} {found.heading or ''}") for found in listed[:_SHOWN_AT_ONCE]
            ],
            "Value": [plain(shortened(found.value or "")) for found in listed[:_SHOWN_AT_ONCE]],
            "What is wrong": [plain(found.message) for found in listed[:_SHOWN_AT_ONCE]],
            "What to do": [plain(found.fix_on_page) for found in listed[:_SHOWN_AT_ONCE]],
        },
        hide_header=False,
        alt="The problems found in the file",
    )
    if len(listed) > _SHOWN_AT_ONCE:
        st.markdown(f"{len(listed) - _SHOWN_AT_ONCE:,} more problems are not shown; mend these first.")
