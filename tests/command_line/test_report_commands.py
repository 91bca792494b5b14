"""``show reports`` and ``show overdue``: the same answers as the pages, in JSON."""

import json
from pathlib import Path

import pytest

from jasc_data.command_line.run import main
from jasc_data.uploads.acting import withdraw
from tests.builders import PAPER_DAY, by, imported, item, items_csv, new_store, positions_csv


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "jasc.duckdb"


def fill(place: Path, *contents: bytes, withdrawn: bool = False, **said: object) -> None:
    store = new_store(place)
    for content in contents:
        number = imported(store, content, PAPER_DAY, **said)
        if withdrawn:
            withdraw(store, number, by())
    store.close()


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    assert main([*map(str, arguments), "--json"]) == 0
    answer: dict = json.loads(capsys.readouterr().out)
    return answer


def test_reports_and_overdue_of_a_force(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vetting = {"report_published": "02/11/2022"}
    fill(
        place,
        items_csv(
            item("T10", grade="2", deadline="30/04/2023", overdue_reason="Waiting", **vetting),
            item("T2", grade="2", deadline="30/04/2023", status="Awaiting sign-off", **vetting),
            item("T3", deadline="31/12/2023", **vetting),
            item("S1", force="Suffolk", **vetting),
        ),
        forces=("Suffolk",),
    )
    answer = asked(capsys, "show", "reports", "--store", place)
    assert (answer["force"], answer["as_of"]) == ("West Mercia", "2023-09-04")
    shared = {"report": "Vetting", "published": "2022-11-02", "kind": "recommendation", "forces_with_open_items": 2}
    assert answer["rows"] == [
        {**shared, "grade": 2, "open": 2, "overdue": 2, "awaiting_sign_off": 1},
        {**shared, "grade": None, "open": 1, "overdue": 0, "awaiting_sign_off": 0},
    ]
    late = {"kind": "recommendation", "report": "Vetting", "deadline": "2023-04-30", "days": 127}
    assert asked(capsys, "show", "overdue", "--store", place)["rows"] == [
        {"reference": "T2", **late, "reason": None},
        {"reference": "T10", **late, "reason": "Waiting"},
    ]
    assert asked(capsys, "show", "overdue", "--force", "Suffolk", "--store", place)["rows"] == []
    early = asked(capsys, "show", "overdue", "--as-of", "2023-01-01", "--store", place)
    assert early == {"force": "West Mercia", "as_of": "2023-01-01", "rows": []}


def test_immediately_is_shown_and_counted_as_worked_out(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vetting = {"report_published": "02/11/2022"}
    fill(
        place,
        items_csv(
            item("T1", deadline="Immediately", **vetting),
            item("T2", deadline="Within three months", overdue_reason="Waiting", **vetting),
            item("T3", deadline="30/04/2023", status="Awaiting sign-off", **vetting),
            item("T4", **vetting),
        ),
    )
    assert main(["show", "overdue", "--store", str(place)]) == 0
    shown = capsys.readouterr().out
    assert "2 Nov 2022 (worked out from “Immediately”: the day of publication)" in shown
    assert shown.endswith(
        "3 of 4 open items of West Mercia are past the HMICFRS deadline on 4 September 2023: 2 without a reason, "
        "1 awaiting sign-off, 2 by a deadline worked out from words.\n"
    )


def test_the_words_say_the_same(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(place, items_csv(item("T1", deadline="30/04/2023")))
    assert main(["show", "overdue", "--store", str(place)]) == 0
    assert "1 of 1 open item of West Mercia is past the HMICFRS deadline" in capsys.readouterr().out
    assert main(["show", "reports", "--store", str(place)]) == 0
    assert "Vetting" in capsys.readouterr().out


@pytest.mark.parametrize("withdrawn", [True, False])
@pytest.mark.parametrize("what", ["reports", "overdue"])
def test_only_positions_or_nothing_held(
    place: Path, capsys: pytest.CaptureFixture[str], what: str, withdrawn: bool
) -> None:
    fill(place, positions_csv({"West Mercia": (6, 104, 34)}), withdrawn=withdrawn)
    answer = asked(capsys, "show", what, "--store", place)
    assert answer["rows"] == []
    assert answer["as_of"] == (None if withdrawn else "2023-09-04")
    assert main(["show", what, "--store", str(place)]) == 0
    assert "Upload an" in capsys.readouterr().out
