"""``calendar FILE.ics``: what is due, as a file; and the sentence when it cannot be written."""

import hashlib
import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from jasc_data.command_line.run import main
from jasc_data.editorial.meeting_actions import add_meeting
from tests.builders import PAPER_DAY, by, imported, item, items_csv, new_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "jasc.duckdb"
    with closing(new_store(path)) as store:
        imported(store, items_csv(item("R1", deadline="31/10/2023", report_published="01/08/2023")), PAPER_DAY)
        add_meeting(store, date(2023, 9, 12), by())
    return path


def test_the_file_holds_what_is_due(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_MARKING", "OFFICIAL")
    file = store.with_name("due.ics")
    assert main(["calendar", str(file), "--store", str(store), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "file": "due.ics",
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "force": "West Mercia",
        "as_of": "2023-09-04",
        "events": 3,
    }
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events] == [
        (date(2023, 9, 12), "[OFFICIAL] Committee: Meeting of the committee"),
        (date(2023, 9, 26), "[OFFICIAL] Commissioner's reply: Reply to Vetting due"),
        (date(2023, 10, 31), "[OFFICIAL] HMICFRS deadline: 1 recommendation of Vetting due"),
    ]
    assert main(["calendar", str(file), "--store", str(store), "--known-at", "2020-01-01T00:00"]) == 0
    assert "Wrote due.ics: 1 event of West Mercia." in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_said(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", str(store.with_name("none") / "due.ics"), "--store", str(store)]) == 1
    assert "The calendar cannot be written to due.ics." in capsys.readouterr().err
