"""The view in Vizro (Dash), as its manual has it: data from the data manager with its cache, a page of six graphs."""

import os
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import vizro.models as vm
import vizro.plotly.express as px
from exports import HOME, KINDS, as_table, compared, nation, open_now, read_all
from flask_caching import Cache
from vizro import Vizro
from vizro.managers import data_manager
from vizro.models.types import capture
from vizro.tables import dash_ag_grid

FOLDER = Path(os.environ["BENCH_DATA"])
COLOURS = {HOME: "#12436D", "Others of the group": "#909090", "Others": "#909090", "Average": "#0B0C0C"}


def load() -> pd.DataFrame:
    """What the charts show, from the files."""
    group = pd.read_csv(FOLDER / "group.csv")["force"].tolist()
    return compared(read_all(FOLDER, "items"), read_all(FOLDER, "positions"), group)


def load_nation() -> pd.DataFrame:
    """What the strips show."""
    return nation(read_all(FOLDER, "items"), read_all(FOLDER, "positions"))


def load_table() -> pd.DataFrame:
    """The same as a table."""
    return as_table(load())


@capture("graph")
def bars(data_frame: pd.DataFrame, kind: str) -> go.Figure:
    """One kind's bars."""
    rows = data_frame[data_frame["kind"] == kind]
    figure = px.bar(rows, x="open", y="name", color="who", text="open", title=KINDS[kind], color_discrete_map=COLOURS)
    names: Any = rows["name"][::-1]
    return figure.update_layout(yaxis={"categoryorder": "array", "categoryarray": names}, showlegend=False)


@capture("graph")
def strip(data_frame: pd.DataFrame, kind: str) -> go.Figure:
    """One kind's dots, a force each."""
    rows = data_frame[data_frame["kind"] == kind]
    figure = px.strip(
        rows, x="open", color="who", hover_name="name", title=KINDS[kind], height=200, color_discrete_map=COLOURS
    )
    return figure.update_layout(showlegend=False)


data_manager.cache = Cache(config={"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 3600})
data_manager["compared"] = load
data_manager["nation"] = load_nation
data_manager["table"] = load_table
counts = open_now(read_all(FOLDER, "items"))
position = vm.Page(
    title="Position",
    path="/",
    components=[vm.Card(text=f"### {KINDS[str(kind)]}\n\n# {count}") for kind, count in counts.items()],
    layout=vm.Grid(grid=[[0, 1, 2]]),
)
comparison = vm.Page(
    title="Comparison",
    path="/comparison",
    components=[
        *(vm.Graph(figure=bars("compared", kind=kind)) for kind in KINDS),
        vm.Table(figure=dash_ag_grid("table")),
        *(vm.Graph(figure=strip("nation", kind=kind)) for kind in KINDS),
    ],
    layout=vm.Grid(grid=[[0, 1, 2], [0, 1, 2], [3, 3, 3], [4, 5, 6]]),
)
links = vm.Navigation(nav_selector=vm.NavBar(position="top"))  # seen at once, as the others have theirs
dashboard = vm.Dashboard(pages=[position, comparison], navigation=links)

if __name__ == "__main__":
    Vizro().build(dashboard).run(port=int(sys.argv[1]), debug=False)
