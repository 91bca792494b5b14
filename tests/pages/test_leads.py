"""Leads can be people's names (rule 20): one switch says whether any of them leaves the dashboard, on every page."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.deadlines.charts import lead_bars
from jasc_data.answers.deadlines.tables import lead_table
from jasc_data.answers.deadlines.text import ageing_sentences, leads_message
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.audience import for_audience
from jasc_data.domain.vocabulary import ActivityKind, Stage, StepState
from jasc_data.drawing.chart import Provenance
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import save_activity
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import Store
from tests.builders import HOME, PAPER_DAY, by, empty_store, filled_once, imported, item, items_csv
from tests.figures import drawn
from tests.packages import parts
from tests.pages.seen import pictures, said, with_copied
from tests.pages.states import PAGES, PROJECT
from tests.tables import as_read

SENTINEL, OTHER = "Sentinel Personname", "Another Personname"
JUNE = date(2023, 6, 5)
ITEMS = [
    item("C1", "CoC", text="Abuse", lead=SENTINEL),
    item("R1", grade="2", deadline="01/09/2023", lead=SENTINEL, cause_of_concern="C1"),
    item("R2", grade="3", lead=OTHER, target_date="31/12/2023"),
    item("R3", grade="3", lead=SENTINEL.upper()),
    item("R4", grade="3"),
]
EARLIER = [{**cells, "lead": OTHER, "target_date": "01/09/2023"} for cells in ITEMS]
ALL_PAGES = {
    **PAGES,
    "position": "pages/figures/position.py",
    "comparison": "pages/figures/comparison.py",
}
CHOICES = {
    "item": [{"item": "R1"}],
    "deadlines": [{}, {"due": "All open items", "lead": SENTINEL}],
    "register": [{}, {"lead": SENTINEL}],
    "changes": [{"list": name} for name in ("Changed", "Slipped target dates")],
}


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bytes of every download that a page offers."""
    offered: list[bytes] = []

    def button(_label: str, data: Any, *_: object, **__: object) -> bool:
        offered.append(data() if callable(data) else data)
        return False

    monkeypatch.setattr(st, "download_button", button)
    return offered


@pytest.fixture
def app(place: Path) -> AppTest:
    filled_once("leads", fill, place)
    return AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()


def fill(store: Store) -> None:
    imported(store, items_csv(*EARLIER), JUNE, today=date.today())
    imported(store, items_csv(*ITEMS), PAPER_DAY, today=date.today())
    save_step(store, StepChange(2, "Write a policy", StepState.MET, PAPER_DAY, owner=SENTINEL), by())
    soc = ActivityChange("SOC", ActivityKind.INSPECTION, Stage.PLANNED, starts_on=PAPER_DAY, lead=SENTINEL)
    save_activity(store, HOME, [soc], by())


def gone_to(app: AppTest, page: str, choices: dict[str, str]) -> AppTest:
    app.query_params.clear()
    app.query_params.update(choices)
    shown = app.switch_page(ALL_PAGES[page]).run()
    assert not shown.exception
    return shown


def readable(file: bytes) -> str:
    """What a file says: a workbook is a package of several."""
    if not zipfile.is_zipfile(io.BytesIO(file)):
        return file.decode("utf-8-sig")
    return " ".join(part.decode("utf-8", "replace") for _, part in parts(file))


def leaves(app: AppTest, files: list[bytes]) -> dict[str, str]:
    """What of a page can leave the dashboard: texts to copy, pictures with their words for who cannot see, files."""
    app = with_copied(app)
    found = {
        "copied": " ".join(code.value for code in app.code),
        "pictures": " ".join(f"{alt} {made}" for alt, made in pictures(app)),
        "files": " ".join(map(readable, files)),
    }
    files.clear()
    return {kind: text.lower().replace("+", " ") for kind, text in found.items()}


@pytest.mark.parametrize("page", ALL_PAGES)
def test_no_lead_leaves_the_dashboard_unless_switched_on(app: AppTest, files: list[bytes], page: str) -> None:
    for choices in CHOICES.get(page, [{}]):
        left = leaves(gone_to(app, page, choices), files)
        for name in (SENTINEL, OTHER):
            assert [kind for kind, text in left.items() if name.lower() in text] == []


@pytest.mark.parametrize("page", ["deadlines", "register", "item", "causes"])
def test_the_tables_on_the_desk_name_the_leads(app: AppTest, page: str) -> None:
    assert SENTINEL in said(gone_to(app, page, {"item": "R1"} if page == "item" else {}))


def test_one_switch_names_them_everywhere(app: AppTest, files: list[bytes]) -> None:
    gone_to(app, "deadlines", {"lead": SENTINEL, "due": "All open items"})
    app.toggle(key="leads-named-switch").set_value(True).run()
    files.clear()
    left = leaves(app.run(), files)
    assert [kind for kind, text in left.items() if SENTINEL.lower() not in text] == []
    assert "all open items, sentinel personname: 3 of 5" in left["files"]
    gone_to(app, "register", {})  # another page, the same switch
    app.selectbox(key="lead").set_value(SENTINEL).run()
    files.clear()
    left = leaves(app.run(), files)
    assert app.toggle(key="leads-named-switch").value
    assert SENTINEL.lower() in left["files"]
    assert f"lead={SENTINEL.lower()}" in left["copied"]
    app.toggle(key="leads-named-switch").set_value(False).run()
    files.clear()
    left = leaves(app.run(), files)
    assert [kind for kind, text in left.items() if SENTINEL.lower() in text] == []
    assert "but for the lead, who can be a person" in said(app)


def test_the_names_are_taken_out_once_and_the_counts_stay() -> None:
    store = empty_store()
    imported(store, items_csv(*ITEMS))
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, PAPER_DAY)
    assert for_audience(register, leads=True) is register
    ageing = ageing_in(for_audience(register, leads=False))
    assert [(line.name, line.open) for line in ageing.leads] == [("Lead 1", 3), ("Lead 2", 1), ("No lead stated", 1)]
    assert leads_message(ageing) == "Lead 1 has most: 3 of 5 items"
    chart = lead_bars(ageing, Provenance("Source: a test"))
    for text in (
        chart.alt,
        chart.message,
        str(drawn(chart).to_dict()),
        as_read(chart.table).to_string(),
        as_read(lead_table(ageing)).to_string(),
    ):
        assert "Personname" not in text
        assert "PERSONNAME" not in text
    assert "Personname" not in " ".join(ageing_sentences(ageing))
    named = ageing_in(register)
    assert [line.open for line in named.leads] == [line.open for line in ageing.leads]
    assert SENTINEL in leads_message(named)


def test_ten_leads_sort_by_their_numbers() -> None:
    store = empty_store()
    imported(store, items_csv(*(item(f"R{number}", lead=f"Person {chr(64 + number)}") for number in range(1, 12))))
    with store.snapshot() as snapshot:
        ageing = ageing_in(for_audience(register_of(snapshot, HOME, PAPER_DAY), leads=False))
    assert [line.name for line in ageing.leads] == [f"Lead {number:02}" for number in range(1, 12)]
