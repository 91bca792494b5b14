"""``tracking`` and ``import`` of a workbook that came back: what is said, in words and in JSON, and how it is undone."""

import json
from pathlib import Path

import pytest
import time_machine

from jasc_data.command_line.run import main
from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from jasc_data.store.connection import open_store
from tests.builders import PAPER_DAY, by, imported, item, items_csv, new_store
from tests.editorial.tracking_files import DAY, filled, write


@pytest.fixture(autouse=True)
def the_day():  # type: ignore[no-untyped-def]
    with time_machine.travel("2023-09-08"):
        yield


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Items A1 and A2 of two reports; A1 has a step."""
    path = tmp_path / "jasc.duckdb"
    store = new_store(path)
    imported(store, items_csv(item("A1", lead="Lead One"), item("A2", report="PEEL", lead="Lead Two")))
    save_step(store, StepChange(1, "Write a policy", StepState.TO_DO, PAPER_DAY, "Head"), by("flo"))
    store.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> dict:
    assert main([*map(str, arguments), "--json"]) == code
    answer: dict = json.loads(capsys.readouterr().out)
    return answer


def test_out_filled_back_and_withdrawn(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, store = tmp_path / "out.xlsx", ("--store", place)
    told = run(capsys, "tracking", file, "--leads", *store)
    assert (told["items"], told["steps"], told["made_on"], told["owners"]) == (2, 1, "2023-09-08", True)
    file.write_bytes(filled(file.read_bytes(), write("A1", state="met")))
    refused = run(capsys, "import", file, *store, code=1)
    assert [found["code"] for found in refused["problems"]] == ["tracking.day_missing"]
    tried = run(capsys, "import", file, "--as-of", DAY, "--dry-run", *store)
    assert (tried["committed"], tried["tracking"], tried["steps"], tried["ready"]) == (False, None, 1, ["A1"])
    taken = run(capsys, "import", file, "--as-of", DAY, *store)
    assert (taken["committed"], taken["tracking"]) == (True, 1)
    assert main(["withdraw", "1", "--tracking", "--reason", "wrong", "--store", str(place)]) == 0
    assert "To undo it: restore 1 --tracking." in capsys.readouterr().out
    assert run(capsys, "restore", "1", "--tracking", *store)["live"] is True
    assert main(["import", str(file), "--as-of", str(DAY), "--store", str(place)]) == 0
    assert "says nothing that is not held already" in capsys.readouterr().out


def test_what_was_edited_meanwhile_is_asked(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, store = tmp_path / "out.xlsx", ("--store", place)
    run(capsys, "tracking", file, *store)
    file.write_bytes(filled(file.read_bytes(), write("A1", state="met")))
    opened = open_store(place, create=False)
    save_step(opened, StepChange(1, "Write a policy", StepState.UNDER_WAY, DAY, "Head", step_id=1), by("deputy"))
    opened.close()
    assert main(["import", str(file), "--as-of", str(DAY), *map(str, store)]) == 1
    said = capsys.readouterr().out
    assert "A1: changed by deputy" in said
    assert "Say which version holds with --holds file or --holds held." in said
    assert run(capsys, "import", file, "--as-of", DAY, "--holds", "file", *store)["edited_meanwhile"] == 1


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--report", "Custody"), "No report with open items is called 'Custody'. There are: PEEL and Vetting."),
        (("--lead", "Somebody"), "Nobody called 'Somebody' leads on an open item or owns a step of one."),
    ],
)
def test_what_is_not_held_is_said(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], why: str
) -> None:
    assert main(["tracking", str(tmp_path / "x.xlsx"), *arguments, "--store", str(place)]) == 1
    assert capsys.readouterr().err.strip() == why


def test_of_one_report_or_lead(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("--report", "peel"), ("--lead", "Lead Two")):
        assert run(capsys, "tracking", tmp_path / "x.xlsx", *arguments, "--store", place)["items"] == 1
    assert main(["tracking", str(tmp_path / "x.csv"), "--store", str(place)]) == 1
    assert main(["tracking", str(tmp_path / "no" / "x.xlsx"), "--store", str(place)]) == 1
    assert "cannot be written to x.xlsx" in capsys.readouterr().err
