"""``show grades | reports | changes | overdue``, in JSON as the design gives it."""

import json
from pathlib import Path

import pytest

from jasc_data.command_line.run import main

HEAD = "reference,kind,report,published,grade,status,deadline"
FIRST = [
    HEAD,
    "R1,Rec,Vetting,02/11/2022,2,Open,01/06/2023",
    "R2,Rec,Vetting,02/11/2022,3,Awaiting sign-off,",
    "A1,AFI,Custody,,,Open,",
]
SECOND = [HEAD, "R1,Rec,Vetting,02/11/2022,3,Open,01/06/2023", "A1,AFI,Custody,,,Open,", "A2,AFI,Custody,,2,Open,"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "jasc.duckdb"
    for day, lines in (("2023-06-05", FIRST), ("2023-09-04", SECOND)):
        export = tmp_path / f"{day}.csv"
        export.write_text("\n".join(lines))
        arguments = ["import", str(export), "--as-of", day, "--acknowledge", "all", "--store", str(path)]
        assert main(arguments) == 0
    return path


def shown(capsys: pytest.CaptureFixture[str], store: Path, *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["show", *arguments, "--store", str(store), "--json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    assert answer["force"] == "West Mercia"
    return answer


def test_grades(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    rows = shown(capsys, store, "grades")["rows"]
    found = {(row["kind"], row["grade"]): row["open"] for row in rows if row["force"] == "West Mercia" and row["open"]}
    assert found == {("recommendation", 3): 1, ("afi", None): 1, ("afi", 2): 1}


def test_reports(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    rows = shown(capsys, store, "reports", "--as-of", "2023-06-05")["rows"]
    vetting = [row for row in rows if row["report"] == "Vetting"]
    assert sum(row["open"] for row in vetting) == 2
    assert {row["published"] for row in vetting} == {"2022-11-02"}
    assert sum(row["overdue"] for row in vetting) == 1
    assert sum(row["awaiting_sign_off"] for row in vetting) == 1


def test_changes(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    rows = shown(capsys, store, "changes", "--from", "2023-06-05", "--to", "2023-09-04")["rows"]
    assert {(row["reference"], row["change"]) for row in rows} == {
        ("R1", "regraded"),
        ("R2", "closed"),
        ("A2", "opened"),
    }


def test_overdue(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    rows = shown(capsys, store, "overdue")["rows"]
    assert [(row["reference"], row["deadline"], row["days"]) for row in rows] == [("R1", "2023-06-01", 95)]


@pytest.mark.parametrize("what", ["grades", "reports", "overdue"])
def test_in_words(capsys: pytest.CaptureFixture[str], store: Path, what: str) -> None:
    assert main(["show", what, "--store", str(store)]) == 0
    assert capsys.readouterr().out.strip()
