"""What takes long to import is not imported before the first page stands, which does without it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_YET = ("authlib", "docx", "icalendar", "lxml", "openpyxl", "pptx", "scipy", "sklearn")


def test_the_first_page_imports_no_library_that_it_does_without() -> None:
    position = (ROOT / "pages" / "figures" / "position.py").read_text(encoding="utf-8")
    imports = [line for line in position.splitlines() if line.startswith("from ")]
    told = "import sys; print(*sorted(name for name in sys.modules if '.' not in name))"
    code = "\n".join(["import pages._shared.cache_warming, pages._shared.visit, app", *imports, told])
    command = [sys.executable, "-W", "ignore", "-c", code]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    imported = set(run.stdout.split())
    assert {"streamlit", "duckdb"} <= imported
    assert imported & set(NOT_YET) == set()


def test_the_server_answers_before_what_only_pages_need_is_imported() -> None:
    """The first browser fetches what it draws with meanwhile: a second in which the rest is imported."""
    code = "import sys, app; print(*sorted({'pandas', 'pages._shared.visit'} & sys.modules.keys()))"
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


def test_what_plotly_looks_for_while_it_draws_is_whole_by_then() -> None:
    """Plotly asks pandas where it finds it loaded: half loaded by another thread, a chart could not be drawn."""
    script = "import sys, jasc_data.drawing.plotly_charts.drawn; print('pandas' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.strip().endswith("True")
