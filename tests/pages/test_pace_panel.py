"""The pace near the end of Trend and Path to target: of what is chosen there, and nothing where too little is held."""

from pathlib import Path

import pytest

from tests.answers.pace.held import FIRST, QUARTER, export
from tests.builders import REC, imported, new_store
from tests.pages.seen import said, undated, unfolded, with_copied
from tests.pages.seen import visited as opened

TREND, TARGET = "pages/time/trend.py", "pages/time/target.py"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


def test_the_trend_tells_the_pace_of_all_together_and_of_each_kind() -> None:
    app = opened(TREND)
    text = said(app)
    assert "Pace: 7.0 more open a quarter on average" in text
    assert "6 whole quarters between 7 March 2022 and 4 September 2023: 152 items opened and 110 closed" in text
    assert "between 104 and 240 would be open in September 2024, against 144 on 4 September 2023." in text
    assert "the range held the actual figure in 0 of 2, and its middle was off by 54.0 on average" in text
    kinds = next(table.value for table in app.table if "Opened a quarter" in table.value.columns)
    assert list(kinds.index) == [
        "All kinds together",
        "Causes of concern",
        "Recommendations",
        r"Areas for improvement \(AFIs\)",
    ]
    (copied,) = [code.value for code in with_copied(app).code if "whole quarters" in code.value]
    assert len(copied.splitlines()) == 4
    assert undated(app) == []


def test_a_kind_that_is_chosen_is_told_alone() -> None:
    app = unfolded(opened(TREND, kind="AFIs"), "quarters")
    text = said(app)
    assert "44 AFIs opened and 24 closed" in text
    assert "items opened" not in text
    quarters = next(table.value for table in app.table if "Half" in table.value.columns)
    assert next(iter(quarters["Open after"])) == "34"


def test_the_pace_of_an_earlier_date_is_that_of_its_quarters() -> None:
    app = opened(TREND)
    app.selectbox(key="as_of").set_value("5 September 2022").run()
    text = said(app)
    assert "it takes 4 whole quarters of items exports in the last two years, and 2 are held." in text
    assert "whole quarters between" not in text


def test_the_target_of_the_page_is_the_targets_kind_and_figure() -> None:
    text = said(opened(TARGET, below_recommendation="80"))
    assert "At this pace: below 80 recommendations not before June 2024, at worst never" in text
    assert (
        "The number open would come below 80 not before June 2024, and at the pace of the worse half not at all."
        in text
    )
    assert "nothing that is chosen above as signed off is taken off" in text
    text = said(opened(TARGET, target_for="Areas for improvement", below_afi="30"))
    assert "At this pace: below 30 AFIs not before December 2023" in text


def test_what_is_signed_off_above_leaves_the_pace_as_it_is() -> None:
    text = said(opened(TARGET, below_recommendation="60", sign_off_reports=["Vetting, misconduct and misogyny"]))
    assert "70 recommendations open after your choices" in text
    assert "against 104 on 4 September 2023" in text


def filled(store: Path, *counts: int) -> None:
    held = new_store(store)
    for place, count in enumerate(counts):
        imported(held, export({REC: count}), FIRST + place * QUARTER, today=FIRST + 5 * QUARTER)
    held.close()


@pytest.mark.parametrize(("page", "choices"), [(TREND, {"kind": "Recommendations"}), (TARGET, {})])
def test_three_quarters_give_one_sentence_and_nothing_more(store: Path, page: str, choices: dict[str, str]) -> None:
    filled(store, 40, 36, 30, 28)
    text = said(opened(page, **choices))
    assert "Pace: not known" in text
    assert "it takes 4 whole quarters of items exports in the last two years, and 3 are held." in text
    assert "if as many are opened" not in text


def test_four_quarters_give_a_range(store: Path) -> None:
    """4, 6, 2 and 2 fewer: 5.0 or 2.0; the 7 that it takes from 26 are gone in the 2nd or in the 4th quarter."""
    filled(store, 40, 36, 30, 28, 26)
    assert "on average 3.5 fewer open a quarter" in said(opened(TREND, kind="Recommendations"))
    text = said(opened(TARGET, below_recommendation="20"))
    assert "At this pace: below 20 recommendations between May 2022 and February 2023" in text
