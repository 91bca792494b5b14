"""An edited file of groups, and any other setting, counts at the next run of a page: nothing that is kept is stale."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import BY_FORCE, HOME, positions_csv
from tests.pages.seen import pictures, said

PROJECT = Path(__file__).parents[2]


def write(path: Path, *members: str) -> None:
    lines = ["force,member,valid_from", *(f"{HOME},{member}," for member in members)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def gone_to(app: AppTest, page: str) -> str:
    shown = app.switch_page(page).run()
    assert not shown.exception
    tables = " ".join(table.value.to_string() for table in shown.table)
    return " ".join((said(shown), tables, *(alt for alt, _ in pictures(shown))))


def test_an_edited_file_of_groups_counts_at_once_on_every_page(
    filled: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recommendations: West Mercia 104, Norfolk 93, Suffolk 115; with Norfolk the mean is 98.5, with Suffolk 109.5."""
    groups = tmp_path / "groups.csv"
    write(groups, HOME, "Norfolk")
    monkeypatch.setenv("JASC_PEER_GROUPS", str(groups))
    earlier = positions_csv({HOME: (7, 119, 42), "Norfolk": (3, 95, 22), "Suffolk": (6, 115, 14)})
    filled((earlier, date(2023, 6, 5)), (BY_FORCE.read_bytes(), date(2023, 9, 4)))
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    figures = ("pages/figures/position.py", "pages/figures/comparison.py", "pages/time/trend.py")
    for members, mean, other in ((("Norfolk",), "98.5", "109.5"), (("Suffolk",), "109.5", "98.5")):
        write(groups, HOME, *members)
        for page in figures:
            text = gone_to(app, page)
            assert mean in text, page
            assert other not in text, page
        assert f"The group: {members[0]} and West Mercia." in gone_to(app, "pages/about/about.py")
    write(groups, HOME, "Suffolk", "Wessex")
    app.switch_page(figures[0]).run()
    assert "names 'Wessex' (line 4)" in app.error[0].value


def test_a_changed_marking_counts_at_once_in_what_is_kept(
    filled: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled((positions_csv({HOME: (7, 119, 42)}), date(2023, 6, 5)), (BY_FORCE.read_bytes(), date(2023, 9, 4)))
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    for marking in ("OFFICIAL", "RESTRICTED"):
        monkeypatch.setenv("JASC_MARKING", marking)
        shown = app.switch_page("pages/time/trend.py").run()
        assert len(pictures(shown)) == 3
        assert all(marking in made for _, made in pictures(shown))
