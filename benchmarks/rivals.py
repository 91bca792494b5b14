"""What is laid beside our pages: the same view in plain Streamlit with pandas, in Vizro, and Streamlit's own floor."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.browsing import Must
from benchmarks.histories import HOME, LAST, csv_bytes, day_of, exports
from benchmarks.plan import PROJECT, Plan
from benchmarks.served import PORT, Served, served
from jasc_data.domain.settings import Settings

PEERS = PROJECT / "benchmarks" / "peers"
STREAMLIT = [sys.executable, "-m", "streamlit", "run"]
OPTIONS = ["--server.headless", "true", "--server.port", PORT]
QUIETLY = ["--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"]  # as our own configuration has it
CHARTS = ".js-plotly-plot .main-svg"  # plotly draws each in three layers
LINK = 'a[href$="comparison"]'  # in the navigation of each


@dataclass(frozen=True)
class Rival:
    """A dashboard that has the view. must: what stands on its Comparison. needs: what must be installed for it."""

    name: str
    command: list[str]
    must: Must
    environment: dict[str, str] = field(default_factory=dict)
    needs: Path | None = None

    @contextmanager
    def running(self, plan: Plan) -> Iterator[Served]:
        """Its server. Raises RuntimeError when it cannot be started."""
        if self.needs and not self.needs.exists():
            raise RuntimeError("it is not installed in build/bench/peers; `make bench` installs it")
        folder = PROJECT if self.name == OURS else plan.folder
        with served(self.command, folder, **self.environment) as server:
            yield server


OURS = "This dashboard"


def ours(store: Path) -> Rival:
    """The dashboard itself, with that store."""
    must = [('[data-testid="stPlotlyChart"] .main-svg', 18), ("table", 1)]
    return Rival(OURS, [*STREAMLIT, "app.py", *OPTIONS], must, {"JASC_STORE": str(store)})


def rivals(plan: Plan, data: Path) -> list[Rival]:
    """The three, over the exports in that folder."""
    python = plan.folder / "peers" / "bin" / "python"
    of_data = {"BENCH_DATA": str(data), "PYTHONPATH": str(PEERS)}
    six = [(CHARTS, 18)]
    plain = [*STREAMLIT, str(PEERS / "streamlit_pandas" / "app.py"), *OPTIONS, *QUIETLY]
    floor = [*STREAMLIT, str(PEERS / "floor" / "app.py"), *OPTIONS, *QUIETLY]
    vizro = [str(python), str(PEERS / "vizro_dash" / "app.py"), PORT]
    return [
        Rival("Streamlit and pandas", plain, [*six, ("table", 1)], of_data),
        Rival("Vizro", vizro, [*six, (".ag-row", 3)], of_data, needs=python),
        Rival("Floor", floor, [*six, ("table", 1)]),
    ]


def write_exports(folder: Path, weeks: int) -> Path:
    """The home history's last so many weeks as files, and the force's group, as the peers read them."""
    folder.mkdir(parents=True, exist_ok=True)
    for week in range(weeks):
        for name, content in exports("home", week).items():
            (folder / f"{name}-{day_of(week)}.csv").write_bytes(content)
    group = [[force] for force in Settings().groups().at(HOME, LAST)]
    (folder / "group.csv").write_bytes(csv_bytes([["force"], *group]))
    return folder
