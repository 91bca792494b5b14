"""The pages that are measured, and a browser tab on one of them without a browser (Streamlit's AppTest)."""

import os
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.histories import oldest_open
from benchmarks.plan import PROJECT
from jasc_data.store.connection import Store
from pages._shared.session import opened_store

NEEDS_TWO = ("Changes",)  # with a single export it has nothing to show


def pages_of(history: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Each page's script and what is chosen on it, by what it is called in the document."""
    oldest = oldest_open(history)
    return {
        "Position": ("figures/position", {}),
        "Comparison": ("figures/comparison", {}),
        "Comparison, one kind": ("figures/comparison", {"kind": "Recommendations"}),
        "Trend": ("time/trend", {}),
        "Reports": ("breakdowns/reports", {}),
        "Reports, one of them": ("breakdowns/reports", {"report": f"Thematic {oldest.report}"}),
        "Causes of concern": ("breakdowns/causes", {}),
        "Grades": ("breakdowns/grades", {}),
        "Register": ("breakdowns/register", {}),
        "Item": ("breakdowns/item", {"item": oldest.reference}),
        "Commentary": ("written/commentary", {}),
        "Deadlines": ("breakdowns/deadlines", {}),
        "Path to target": ("time/target", {}),
        "Ready to close": ("written/ready", {}),
        "Activity": ("written/activity", {}),
        "Changes": ("time/changes", {}),
        "Present": ("meeting/present", {}),
        "Paper": ("meeting/paper", {}),
        "Uploads": ("exports/uploads", {}),
        "About": ("about/about", {}),
    }


class Visitor:
    """One tab on one page of the dashboard with that store."""

    def __init__(self, path: Path, page: str, choices: dict[str, str]):
        self.path = path
        os.environ["JASC_STORE"] = str(path)
        self.app = AppTest.from_file(PROJECT / "app.py", default_timeout=300).run()
        self.app.query_params.update(choices)
        self.app.switch_page(f"pages/{page}.py").run()
        kept = len(self.app.query_params)  # a name may have become an id there; what is not held is dropped
        assert kept >= len(choices), f"{path.name} does not hold {choices}"

    def forget(self) -> None:
        """What a commit does to the answers kept: none of them counts any more."""
        with opened_store(self.path).writing(keep=True) as snapshot:
            snapshot.raise_version()

    def look(self) -> None:
        """Runs the page's script."""
        os.environ["JASC_STORE"] = str(self.path)
        self.app.run()
        assert not self.app.exception, self.app.exception[0].value
        assert not self.app.error, self.app.error[0].value


def without_backups() -> None:
    """From now on this process makes no backups: made beside, they would fall on what is measured next."""
    Store.keep_backups = lambda *_: None  # type: ignore[method-assign, assignment]
