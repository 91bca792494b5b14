"""What reaches behind Streamlit's public face stands in one module, and a release that changes it is noticed here."""

import inspect
from pathlib import Path

from streamlit.runtime import pages_manager
from streamlit.runtime.scriptrunner import script_runner

PROJECT = Path(__file__).parents[2]


def test_only_one_module_reaches_behind() -> None:
    reaching = [
        path.name
        for path in (PROJECT / "app.py", *(PROJECT / "pages").rglob("*.py"), *(PROJECT / "jasc_data").rglob("*.py"))
        if "streamlit.runtime" in path.read_text(encoding="utf-8")
    ]
    assert reaching == ["streamlit_insides.py"]


def test_streamlit_still_decides_by_the_folder_and_still_may_be_told() -> None:
    """When this fails, see whether a release has a public way: then the module can go."""
    decides = inspect.getsource(pages_manager.PagesManager)
    assert "uses_pages_directory: bool | None = None" in decides
    assert '"pages"' in decides
    assert "PagesManager.uses_pages_directory" in inspect.getsource(script_runner)
