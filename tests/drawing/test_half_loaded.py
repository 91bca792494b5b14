"""A chart can be drawn while another thread is half-way through loading numpy or pandas, which plotly looks for."""

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from jasc_data.drawing.chart_spec import DatedLines
from jasc_data.drawing.plotly_charts import card_figure, figure
from tests.drawing.test_chart_specs import QUESTIONS, specs


def half_loaded(name: str) -> ModuleType:
    """As the import system has a module whose own script has only begun."""
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, None)
    vars(module.__spec__)["_initializing"] = True
    return module


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("library", ["numpy", "pandas"])
def test_a_library_that_is_half_loaded_is_none(question: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = specs()[question]
    assert chart
    if library == "numpy" and isinstance(chart.plot, DatedLines):
        return  # it is drawn with numpy, whole by then

    def drawn() -> str:
        on_a_card = question == "strip on a card"
        return str((card_figure(chart) if on_a_card else figure(chart, characters=60)).to_json())

    expected = drawn()
    monkeypatch.setitem(sys.modules, library, half_loaded(library))
    assert drawn() == expected


def test_the_import_system_marks_a_library_until_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the mark that ``half_loaded`` sets, and takes the mark away when its script has ended."""
    (tmp_path / "loaded_in_a_test.py").write_text("marked = __spec__._initializing\n")
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module("loaded_in_a_test")
    monkeypatch.delitem(sys.modules, "loaded_in_a_test")
    assert module.marked
    assert not vars(module.__spec__)["_initializing"]
