"""What takes long to import is not imported before the first page stands, which does without it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_YET = (
    *("authlib", "docx", "icalendar", "lxml", "natsort", "numpy", "openpyxl", "pandas"),
    *("pptx", "pyarrow", "scipy", "sklearn"),
)
SHOWN = """
import os, sys
from streamlit.testing.v1 import AppTest
import pages._shared.cache_warming
os.environ["JASC_STORE"] = sys.argv[1]
shown = AppTest.from_file("app.py", default_timeout=60).run()
assert not shown.exception and shown.title, shown
print(*sorted(name for name in sys.modules if "." not in name))
"""


def in_a_process_of_its_own(code: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_first_page_imports_no_library_that_it_does_without(tmp_path: Path) -> None:
    imported = set(in_a_process_of_its_own(SHOWN, str(tmp_path / "jasc.duckdb")).split())
    assert {"streamlit", "duckdb", "plotly"} <= imported
    assert imported & set(NOT_YET) == set()


def test_the_server_answers_before_what_only_pages_need_is_imported() -> None:
    """The first browser fetches what it draws with meanwhile: a second in which the rest is imported."""
    code = "import sys, app; print(*sorted({'pandas', 'pages._shared.visit'} & sys.modules.keys()))"
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


def test_a_commit_loads_nothing_on_its_way() -> None:
    """The server may be ending by then, and a library that starts threads can no longer be loaded."""
    code = "import sys, jasc_data.uploads.commit; print(*sorted({'pandas', 'pyarrow'} & sys.modules.keys()))"
    assert in_a_process_of_its_own(code).split() == ["pandas", "pyarrow"]
