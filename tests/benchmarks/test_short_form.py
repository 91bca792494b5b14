"""The benchmarks run, and their document has every section; how fast anything is, no test says."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import main
from benchmarks.histories import day_of, exports
from benchmarks.plot import TEXT, growth_plot
from benchmarks.written import SECTIONS

ROOT = Path(__file__).parents[2]


def test_the_short_form_writes_every_section(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("BENCH_PARTS", "JASC_STORE")}
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks", "--short", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    written = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert [line[3:] for line in written.splitlines() if line.startswith("## ")] == [
        name for name, _ in SECTIONS.values()
    ]
    assert "BENCH_PARTS={" not in written
    assert "Not measured yet" not in written
    assert (tmp_path / "benchmarks-home.svg").exists()


def test_an_unknown_part_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BENCH_PARTS", "pages,nothing")
    assert main([]) == 2
    assert "BENCH_PARTS=pages" in capsys.readouterr().err


def test_both_histories_have_what_they_say() -> None:
    assert list(exports("home", 0)) == ["positions", "items"]
    assert list(exports("home", 1)) == list(exports("national", 0)) == ["items"]
    assert 6_000 < exports("national", 519)["items"].count(b"\n") < 8_000
    assert (day_of(0) - day_of(1)).days == 7


def test_the_plot_names_every_line_in_text_that_can_be_read() -> None:
    lines = {"one": [0.1, 0.2, 0.9], "two & more": [0.1, 0.1, 0.1], "three": [0.1, 0.1, 0.11]}
    drawn = ElementTree.fromstring(growth_plot("Growth", [1, 10, 100], lines))
    texts = {text.text: float(text.get("y", 0)) for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    ends = [texts["one: 0.90 s"], texts["two & more: 0.10 s"], texts["three: 0.11 s"]]
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}polyline"))) == 3
    assert min(abs(one - other) for one in ends for other in ends if one != other) >= TEXT
    assert float(drawn.get("font-size", 0)) >= 16
