"""The view in plain Streamlit and pandas, as most would write it: CSV files, cached data, plotly express."""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st
from exports import HOME, KINDS, as_table, compared, nation, open_now, read_all

FOLDER = Path(os.environ["BENCH_DATA"])
COLOURS = {HOME: "#12436D", "Others of the group": "#909090", "Others": "#909090", "Average": "#0B0C0C"}


@st.cache_data
def exports(name: str) -> pd.DataFrame:
    """All exports of that name."""
    return read_all(FOLDER, name)


@st.cache_data
def comparison() -> pd.DataFrame:
    """What the charts and the table show."""
    group = pd.read_csv(FOLDER / "group.csv")["force"].tolist()
    return compared(exports("items"), exports("positions"), group)


@st.cache_data
def forces() -> pd.DataFrame:
    """What the strips show."""
    return nation(exports("items"), exports("positions"))


def position() -> None:
    """Three figures."""
    st.title("Position")
    for column, (kind, count) in zip(st.columns(3), open_now(exports("items")).items(), strict=True):
        column.metric(KINDS[str(kind)], count)


def comparison_page() -> None:
    """Three charts, the table, and three strips of the nation."""
    st.title("Comparison")
    rows = comparison()
    for column, (kind, title) in zip(st.columns(3), KINDS.items(), strict=True):
        of_kind = rows[rows["kind"] == kind]
        figure = px.bar(of_kind, x="open", y="name", color="who", text="open", title=title, color_discrete_map=COLOURS)
        figure.update_layout(yaxis={"categoryorder": "array", "categoryarray": of_kind["name"][::-1]}, showlegend=False)
        column.plotly_chart(figure)
    st.table(as_table(rows))
    st.header("All 43 forces")
    everyone = forces()
    for column, (kind, title) in zip(st.columns(3), KINDS.items(), strict=True):
        of_kind = everyone[everyone["kind"] == kind]
        figure = px.strip(
            of_kind, x="open", color="who", hover_name="name", title=title, height=200, color_discrete_map=COLOURS
        )
        column.plotly_chart(figure.update_layout(showlegend=False))


st.set_page_config(layout="wide")
pages = [
    st.Page(position, title="Position", default=True),
    st.Page(comparison_page, title="Comparison", url_path="comparison"),
]
st.navigation(pages).run()
