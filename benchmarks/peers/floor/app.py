"""What Streamlit takes at the least: constant data, with as many charts, tables and controls as our Comparison page."""

import plotly.graph_objects as go
import streamlit as st

PLACES = 20  # links to pages
LINES = 6  # paragraphs below the charts
FORCES = [f"Force {number}" for number in range(8)]
OPEN = [12, 15, 19, 23, 28, 31, 36, 44]
NATION = [number * 7 % 61 for number in range(43)]


@st.cache_resource
def charts() -> tuple[go.Figure, go.Figure]:
    """Bars of a group with two averages, and dots of the nation."""
    bars = go.Figure(go.Bar(x=OPEN, y=FORCES, orientation="h", text=OPEN), {"height": 360})
    for average in (26, 30):
        bars.add_vline(average)
    return bars, go.Figure(go.Scatter(x=NATION, y=[0] * len(NATION), mode="markers"), {"height": 160})


@st.cache_resource
def table() -> dict[str, list[int]]:
    """A row a kind, a column a force."""
    return {force: [count, count + 1, count + 2] for force, count in zip(FORCES, OPEN, strict=True)}


def chart(figure: go.Figure, key: str) -> None:
    """A chart and its menu."""
    with st.container(key=f"chart-of-{key}", gap="xxsmall"):
        st.plotly_chart(figure, theme=None, key=key, config={"displaylogo": False})
        with st.container(key=f"menu-of-{key}"):
            st.popover("Picture, data and table", type="tertiary", key=f"open-{key}", on_change="rerun")


def frame() -> None:
    """What stands above every page."""
    with st.container(key="band", horizontal=True):
        st.html("<b>A dashboard</b>")
        st.selectbox("As of which date", ["latest"])
        st.html("<span>a line</span>")
    with st.container(key="navigation", horizontal=True):
        for number in range(PLACES):
            st.page_link(PAGES[number % 2], label=f"Page {number}")


def empty() -> None:
    """The page from which one comes."""
    st.title("Position")


def comparison() -> None:
    """The page that is measured."""
    st.title("Comparison")
    with st.container(key="choices", horizontal=True):
        st.selectbox("Show", ["all kinds", "one"])
        st.segmented_control("Average", ["with us", "without us", "median"])
    for place, figure in zip(("bars", "dots"), charts(), strict=True):
        for number, column in enumerate(st.columns(3)):
            with column:
                chart(figure, f"{place}-{number}")
        if place == "bars":
            st.table(table())
            with st.container(horizontal=True):
                st.download_button("This list (CSV)", b"", "list.csv", on_click="ignore")
                st.download_button("This list (Excel)", b"", "list.xlsx", on_click="ignore")
            st.header("All of the nation")
    for number in range(LINES):
        st.markdown(f"A sentence of some length, number {number}, below the charts of the page.")
    with st.popover("Copy link"):
        st.code("an address", language=None)


st.set_page_config(layout="wide")
PAGES = [st.Page(empty, title="Position", default=True), st.Page(comparison, title="Comparison", url_path="comparison")]
asked = st.navigation(PAGES, position="hidden")
frame()
asked.run()
