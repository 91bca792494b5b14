"""The command line as its users meet it: arguments in, JSON and an exit code out."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jasc_data.command_line.run import main
from jasc_data.store.connection import open_store
from tests.builders import BY_FORCE, HOME, PAPER_LAYOUT, item, items_csv, numbered, positions_csv

PROJECT = Path(__file__).parents[2]
FAULTS = PROJECT / "tests" / "fixtures" / "faults"
DONE, REFUSED, WRONG_USAGE, STORE_UNUSABLE = 0, 1, 2, 3
IMPORT_KEYS = {"committed", "upload", "export_type", "as_of", "encoding", "delimiter", "rows", "forces", "changes"}
CHANGES = {"opened", "closed", "left", "regraded", "changed", "unchanged"}
PROBLEM_KEYS = {"code", "severity", "row", "column", "heading", "value", "message", "fix"}
KIND_KEYS = {
    "open",
    "as_of",
    "source",
    "group_average",
    "group_rank",
    "group_rank_joint",
    "group_size",
    "national_average",
    "national_source",
    "difference_from_group",
    "difference_from_national",
    "percent_from_national",
}
NAMES_THE_PAGE = re.compile(r"\bUpload page\b|\bpages? Upload\b")
HOLDER = """
import sys
from pathlib import Path
from jasc_data.store.connection import open_store
store = open_store(Path(sys.argv[1]), create=True)
print("held", flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [found["code"] for found in self.json["problems"]]


Run = Callable[..., Answer]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store" / "jasc.duckdb"


@pytest.fixture
def run(store: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("import", file)``: one command on the test's own store, in JSON unless ``text``."""

    def run(*arguments: object, text: bool = False) -> Answer:
        given = [str(argument) for argument in arguments]
        code = main([*given, "--store", str(store), *([] if text else ["--json"])])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """``file(bytes)``: a file of that content, named so that no date can be read from it."""

    def write(content: bytes, name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def paper(run: Run) -> Run:
    """A store that holds the paper's file."""
    assert run("import", BY_FORCE, "--as-of", "2023-09-04").code == DONE
    return run


@pytest.fixture
def held_by_another(store: Path) -> Iterator[Path]:
    """The store while another process has it open."""
    command = [sys.executable, "-c", HOLDER, str(store)]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield store
        holder.communicate()


def as_a_program(*arguments: object, environment: dict[str, str] | None = None) -> Answer:
    command = [sys.executable, "-m", "jasc_data", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **(environment or {})}, capture_output=True, text=True, timeout=60
    )
    return Answer(done.returncode, done.stdout, done.stderr)


# As a program


def test_the_program_imports_and_shows_the_papers_figures(store: Path) -> None:
    environment = {"JASC_STORE": str(store)}
    imported = as_a_program("import", BY_FORCE, "--as-of", "2023-09-04", "--json", environment=environment)
    assert (imported.code, imported.json["committed"]) == (DONE, True)
    shown = as_a_program("show", "position", "--json", environment=environment)
    assert shown.code == DONE
    assert [kind["open"] for kind in shown.json["kinds"].values()] == [6, 104, 34]


def test_the_program_explains_itself() -> None:
    told = as_a_program("--help")
    assert told.code == DONE
    for command in ("import", "show", "uploads", "withdraw", "restore", "check"):
        assert command in told.out


def test_who_has_read_enough_of_an_answer_is_told_nothing_more(store: Path) -> None:
    as_a_program("import", BY_FORCE, "--as-of", "2023-09-04", "--store", store)
    command = [sys.executable, "-m", "jasc_data", "uploads", "--json", "--store", str(store)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()  # as ``| head`` does
        assert program.stderr.read() == ""


def test_the_program_says_in_one_line_that_the_store_is_in_use(held_by_another: Path) -> None:
    told = as_a_program("uploads", "--store", held_by_another)
    assert told.code == STORE_UNUSABLE
    assert told.out == ""
    assert NAMES_THE_PAGE.search(told.err), told.err
    assert "Traceback" not in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_the_program_works_from_any_folder(store: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jasc_data", "import", str(BY_FORCE), "--as-of", "2023-09-04", "--store", str(store)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == DONE, done.stderr


# import


def test_import_answers_with_every_key(run: Run) -> None:
    told = run("import", BY_FORCE, "--as-of", "2023-09-04")
    answer = told.json
    assert told.code == DONE
    assert answer.keys() >= IMPORT_KEYS | {"problems"}
    assert answer["changes"].keys() >= CHANGES
    assert (answer["committed"], answer["upload"], answer["export_type"]) == (True, 1, "positions")
    assert answer["as_of"] == "2023-09-04"
    assert answer["delimiter"] == "comma"
    assert answer["encoding"].lower().startswith("utf-8")
    assert len(answer["forces"]) == 8
    assert HOME in answer["forces"]
    assert [found for found in answer["problems"] if found["severity"] == "error"] == []


def test_import_of_items_counts_changes(run: Run, file: Callable[..., Path]) -> None:
    first = run("import", file(items_csv(*numbered(3))), "--as-of", "2023-08-01").json
    assert (first["export_type"], first["rows"], first["forces"]) == ("items", 3, [HOME])
    assert first["changes"] == dict.fromkeys(CHANGES, 0) | {"opened": 3}
    rows = items_csv(item("R1"), item("R2", status="in progress"), item("R4"))
    second = run("import", file(rows), "--as-of", "2023-09-01").json
    assert second["changes"] == dict.fromkeys(CHANGES, 0) | {"opened": 1, "closed": 1, "changed": 1, "unchanged": 1}


def test_a_file_with_errors_changes_nothing_and_lists_every_problem(run: Run, store: Path) -> None:
    told = run("import", FAULTS / "grade-5.csv", "--as-of", "2023-09-04")
    assert told.code == REFUSED
    assert (told.json["committed"], told.json["upload"]) == (False, None)
    assert told.json["problems"]
    for found in told.json["problems"]:
        assert found.keys() >= PROBLEM_KEYS
    (wrong,) = [found for found in told.json["problems"] if found["severity"] == "error"]
    assert wrong["code"] == "grade.unknown"
    assert wrong["value"] == "5"
    assert wrong["row"] >= 2
    assert wrong["column"].isalpha()
    assert not store.exists()


def test_without_json_problems_are_lines_and_nothing_was_changed_is_said(run: Run) -> None:
    told = run("import", FAULTS / "grade-5.csv", "--as-of", "2023-09-04", text=True)
    assert told.code == REFUSED
    assert "grade.unknown" in told.out
    assert "Nothing was changed" in told.out


def test_a_dry_run_says_what_would_change_and_makes_no_store(run: Run, store: Path) -> None:
    told = run("import", BY_FORCE, "--as-of", "2023-09-04", "--dry-run")
    assert told.code == DONE
    assert (told.json["committed"], told.json["upload"]) == (False, None)
    assert told.json["changes"]["changed"] > 0
    assert not store.exists()
    assert not store.parent.exists()


def test_a_dry_run_on_a_store_keeps_nothing(paper: Run, file: Callable[..., Path]) -> None:
    before = paper("uploads").json
    told = paper(
        "import",
        file(positions_csv({HOME: (1, 1, 1)})),
        "--as-of",
        "2023-09-05",
        "--dry-run",
        "--acknowledge",
        "improbable.jump",
    )
    assert (told.code, told.json["committed"]) == (DONE, False)
    assert paper("uploads").json == before
    assert paper("show", "position").json["kinds"]["recommendation"]["open"] == 104


def test_a_date_in_the_file_name_is_refused_naming_the_option(run: Run, store: Path) -> None:
    told = run("import", BY_FORCE)
    assert told.code == REFUSED
    assert told.codes == ["as_of.in_file_name"]
    (found,) = told.json["problems"]
    assert "--as-of 2023-09-04" in found["fix"]
    assert not store.exists()


@pytest.mark.parametrize(("given", "code"), [("2999-01-01", REFUSED), ("4/9/2023", WRONG_USAGE), ("", WRONG_USAGE)])
def test_a_date_that_cannot_be(run: Run, given: str, code: int) -> None:
    assert run("import", BY_FORCE, "--as-of", given).code == code


def test_a_warning_refuses_until_it_is_acknowledged(paper: Run) -> None:
    again = ("import", BY_FORCE, "--as-of", "2023-09-04")
    told = paper(*again)
    assert (told.code, told.codes) == (REFUSED, ["safety.same_bytes", "safety.replaces"])
    assert told.json["committed"] is False
    assert len(paper("uploads").json) == 1
    assert paper(*again, "--acknowledge", "safety.older").code == REFUSED
    assert paper(*again, "--acknowledge", "safety.same_bytes").code == DONE
    assert paper(*again, "--acknowledge", "all").code == DONE
    assert len(paper("uploads").json) == 3


@pytest.mark.parametrize("open_", [103, 104])
def test_an_import_that_contradicts_an_export_of_its_date_says_so(
    paper: Run, file: Callable[..., Path], open_: int
) -> None:
    """Rule 8: a notice, not a refusal, which states both numbers."""
    told = paper("import", file(items_csv(*numbered(open_))), "--as-of", "2023-09-04")
    assert told.code == DONE
    found = [entry for entry in told.json["problems"] if entry["code"] == "safety.contradicts"]
    if open_ == 104:
        assert found == []
        return
    (notice,) = found
    assert notice["severity"] == "notice"
    assert "the items count 103 open and the positions 104" in notice["message"]
    assert HOME in notice["message"]


@pytest.mark.parametrize("code", ["grade.unknown", "made.up"])
def test_only_warnings_can_be_acknowledged(run: Run, code: str) -> None:
    assert run("import", BY_FORCE, "--as-of", "2023-09-04", "--acknowledge", code).code == WRONG_USAGE


def test_an_acknowledgement_does_not_let_an_error_through(run: Run) -> None:
    assert run("import", FAULTS / "grade-5.csv", "--as-of", "2023-09-04", "--acknowledge", "all").code == REFUSED


@pytest.mark.parametrize("option", [["--covers-force", "Suffolk"], ["--covers-force", "all"]])
def test_another_force_must_be_named(run: Run, file: Callable[..., Path], option: Sequence[str]) -> None:
    both = file(items_csv(item("R1"), item("S1", force="Suffolk"), item("S2", force="Suffolk")))
    refused = run("import", both, "--as-of", "2023-09-04")
    assert (refused.code, set(refused.codes)) == (REFUSED, {"force.not_covered"})
    assert "--covers-force" in refused.json["problems"][0]["fix"]
    told = run("import", both, "--as-of", "2023-09-04", *option)
    assert (told.code, told.json["forces"]) == (DONE, ["Suffolk", HOME])


def test_force_names_the_force_of_a_file_without_one(run: Run, file: Callable[..., Path]) -> None:
    rows = [{"reference": f"S{number}", "kind": "Recommendation", "report": "Vetting"} for number in (1, 2)]
    told = run("import", file(items_csv(*rows)), "--as-of", "2023-09-04", "--force", "suffolk constabulary")
    assert (told.code, told.json["forces"]) == (DONE, ["Suffolk"])
    shown = run("show", "position", "--force", "Suffolk").json
    assert (shown["force"], shown["kinds"]["recommendation"]["open"]) == ("Suffolk", 2)


@pytest.mark.parametrize("word", ["WMP", "Narnia"])
def test_a_force_that_is_not_clear_is_wrong_usage(run: Run, word: str) -> None:
    told = run("import", BY_FORCE, "--as-of", "2023-09-04", "--force", word)
    assert told.code == WRONG_USAGE
    assert word in told.err


@pytest.mark.parametrize("kind", ["afi", "AFIs", "all"])
def test_covers_kind_closes_a_kind_of_which_none_are_left(run: Run, file: Callable[..., Path], kind: str) -> None:
    everything = file(items_csv(*numbered(4), *numbered(1, "A", kind="AFI")))
    assert run("import", everything, "--as-of", "2023-08-01").code == DONE
    without = file(items_csv(*numbered(4)), "later.csv")
    left = run("import", without, "--as-of", "2023-09-01", "--dry-run").json
    assert left["changes"]["closed"] == 0
    assert "kinds.absent" in [found["code"] for found in left["problems"]]
    told = run("import", without, "--as-of", "2023-09-01", "--covers-kind", kind)
    assert (told.code, told.json["changes"]["closed"]) == (DONE, 1)
    assert run("show", "position").json["kinds"]["afi"]["open"] == 0


def test_covers_reports_leaves_the_others_as_they_were(run: Run, file: Callable[..., Path]) -> None:
    rows = [*numbered(3, "V", report="Vetting"), *numbered(2, "P", report="PEEL 2021/22")]
    assert run("import", file(items_csv(*rows)), "--as-of", "2023-08-01").code == DONE
    one = file(items_csv(*numbered(2, "V", report="Vetting")), "vetting.csv")
    told = run("import", one, "--as-of", "2023-09-01", "--covers", "reports")
    assert (told.code, told.json["changes"]["closed"]) == (DONE, 1)
    assert run("show", "position").json["kinds"]["recommendation"]["open"] == 4


def test_a_file_that_is_not_there_is_refused_by_name_alone(run: Run, tmp_path: Path) -> None:
    told = run("import", tmp_path / "gone.csv", text=True)
    assert told.code == REFUSED
    assert "gone.csv" in told.err
    assert str(tmp_path) not in told.err + told.out


ANSWERS = {"force": "West Mercia", "status": "open", "grade": "not graded", "deadline": "none"}


def test_a_mapping_and_a_file_with_its_errors(run: Run, file: Callable[..., Path], tmp_path: Path) -> None:
    odd = file(b"Item code,Sort,Inspection\nR1,Rec,Vetting\nR2,Rec,Vetting\n")
    mapping = file(
        json.dumps({"headings": {"Item code": "reference", "Sort": "kind"}, "assumed": ANSWERS}).encode(), "map.json"
    )
    refused = run("import", odd, "--as-of", "2023-09-04", "--errors-to", tmp_path / "errors.csv")
    assert refused.code == REFUSED
    told = run("import", odd, "--as-of", "2023-09-04", "--map", mapping)
    assert (told.code, told.json["rows"]) == (DONE, 2)
    back = tmp_path / "back.csv"
    assert run("import", FAULTS / "grade-5.csv", "--as-of", "2023-09-04", "--errors-to", back).code == REFUSED
    assert "Errors" in back.read_text(encoding="utf-8-sig").splitlines()[0]


# show position


def test_position_answers_with_every_key_unrounded(paper: Run) -> None:
    told = paper("show", "position")
    answer = told.json
    assert told.code == DONE
    assert answer.keys() >= {"force", "as_of", "group", "kinds", "sentences"}
    assert (answer["force"], answer["as_of"], len(answer["group"])) == (HOME, "2023-09-04", 8)
    assert list(answer["kinds"]) == ["cause_of_concern", "recommendation", "afi"]
    assert len(answer["sentences"]) == 3
    for kind in answer["kinds"].values():
        assert kind.keys() >= KIND_KEYS
    found = answer["kinds"]["recommendation"]
    assert {key: found[key] for key in KIND_KEYS} == {
        "open": 104,
        "as_of": "2023-09-04",
        "source": "positions",
        "group_average": 106.625,
        "group_rank": 3,
        "group_rank_joint": False,
        "group_size": 8,
        "national_average": 129.0,
        "national_source": "published",
        "difference_from_group": -2.625,
        "difference_from_national": -25.0,
        "percent_from_national": pytest.approx(-19.37984496124031, abs=1e-12),
    }


def test_position_of_the_other_kinds(paper: Run) -> None:
    kinds = paper("show", "position").json["kinds"]
    concerns, afis = kinds["cause_of_concern"], kinds["afi"]
    assert [concerns[key] for key in ("open", "group_average", "group_rank", "group_rank_joint")] == [6, 6.0, 4, True]
    assert [concerns[key] for key in ("national_average", "percent_from_national")] == [4.0, 50.0]
    assert [afis[key] for key in ("open", "group_average", "group_rank", "group_rank_joint")] == [34, 33.125, 4, False]
    assert afis["national_average"] == 27.8


@pytest.mark.parametrize(
    ("basis", "averages"),
    [
        ("with-us", [6.0, 106.625, 33.125]),
        ("without-us", [6.0, 107.0, 33.0]),
        ("median", [6.0, 107.0, 35.0]),
    ],
)
def test_averages(paper: Run, basis: str, averages: list[float]) -> None:
    kinds = paper("show", "position", "--average", basis).json["kinds"]
    assert [kind["group_average"] for kind in kinds.values()] == averages


def test_the_papers_own_layout_gives_the_same_group_but_no_nation(run: Run) -> None:
    assert run("import", PAPER_LAYOUT, "--as-of", "2023-09-04").code == DONE
    kinds = run("show", "position").json["kinds"]
    assert [kind["group_average"] for kind in kinds.values()] == [6.0, 106.625, 33.125]
    assert {kind["national_average"] for kind in kinds.values()} == {None}
    assert {kind["national_source"] for kind in kinds.values()} == {None}
    assert {kind["percent_from_national"] for kind in kinds.values()} == {None}


def test_position_of_another_force_has_no_group(paper: Run) -> None:
    answer = paper("show", "position", "--force", "Suffolk").json
    assert (answer["force"], answer["group"]) == ("Suffolk", [])
    found = answer["kinds"]["recommendation"]
    assert (found["open"], found["group_average"], found["group_rank"]) == (115, None, None)
    assert found["difference_from_national"] == -14.0


def test_position_before_anything_is_held(paper: Run) -> None:
    answer = paper("show", "position", "--as-of", "2020-01-01").json
    assert {kind["open"] for kind in answer["kinds"].values()} == {None}


def test_position_in_words(paper: Run) -> None:
    told = paper("show", "position", text=True)
    assert told.code == DONE
    for word in ("104", "106.6", "3rd fewest of 8", "joint 4th fewest of 8", "129.0 (published)", "19% below"):
        assert word in told.out
    assert "106.625" not in told.out


# uploads, withdraw, restore, check


def test_uploads_withdraw_and_restore(paper: Run) -> None:
    (upload,) = paper("uploads").json
    assert (upload["upload_id"], upload["as_of"], upload["live"]) == (1, "2023-09-04", True)
    assert upload["file_name"] == BY_FORCE.name
    assert len(upload["sha256"]) == 64
    told = paper("withdraw", 1)
    assert (told.code, told.json["live"]) == (DONE, False)
    assert paper("uploads").json[0]["live"] is False
    empty = paper("show", "position")
    assert empty.code == DONE
    assert (empty.json["as_of"], empty.json["sentences"]) == (None, ["No figures are held."])
    assert {kind["open"] for kind in empty.json["kinds"].values()} == {None}
    assert paper("restore", 1).json["live"] is True
    assert paper("show", "position").json["kinds"]["recommendation"]["open"] == 104


def test_withdrawing_ends_on_what_happened_and_keeps_the_reason(paper: Run, store: Path) -> None:
    paper("import", PAPER_LAYOUT, "--as-of", "2023-10-02")
    told = paper("withdraw", 1, "--reason", "taken from the wrong month")
    assert told.json["sentences"][0] == (
        "Upload 1 of 4 September 2023 is withdrawn: for West Mercia, causes of concern are not held (before: 6), "
        "recommendations are not held (before: 104) and AFIs are not held (before: 34)."
    )
    assert (told.json["state"], told.json["reason"]) == ("withdrawn", "taken from the wrong month")
    ours = [row for row in told.json["dates"] if (row["of"], row["kind"]) == (HOME, "recommendation")]
    assert ours == [{"as_of": "2023-09-04", "of": HOME, "kind": "recommendation", "before": 104, "after": None}]
    with closing(open_store(store, create=False)) as held, held.snapshot() as snapshot:
        assert snapshot.raw("uploads/log")[-1]["detail"] == "taken from the wrong month"
    assert paper("restore", 1, text=True).out.splitlines()[-1] == "To undo it: withdraw 1."


def test_a_correction_replaces_an_upload_and_says_so(paper: Run, file: Callable[..., Path]) -> None:
    """In the answer to the import, in the list of uploads, and when the replaced one is withdrawn."""
    figures = positions_csv({HOME: (6, 103, 34)})
    told = paper("import", file(figures), "--as-of", "2023-09-04")
    (entry,) = told.json["replaces"]
    assert (entry["upload"], entry["whole"]) == (1, False)
    assert entry["stays"].endswith("of 7 forces; the national averages")
    assert [upload["state"] for upload in paper("uploads").json] == ["live", "partly replaced"]
    paper("import", file(figures, "again.csv"), "--as-of", "2023-09-04", "--acknowledge", "all")
    listed = paper("uploads").json
    assert [(upload["state"], upload["replaced_by"], upload["live"]) for upload in listed] == [
        ("live", [], True),
        ("replaced", [3], True),
        ("partly replaced", [3], True),
    ]
    assert "replaced by 3" in paper("uploads", text=True).out
    assert paper("withdraw", 2).json["sentences"][1] == "It changes no figure, because upload 3 replaces it."


def test_the_rows_of_an_import_add_up(run: Run, file: Callable[..., Path]) -> None:
    content = items_csv(*numbered(93), *numbered(6, "H", addressee="Home Office"))
    told = run("import", file(content), "--as-of", "2023-09-04", "--dry-run")
    (read,) = told.json["rows_read"]
    assert (read["rows"], read["ours"], read["for_others"], read["open"]) == (99, 93, 6, 93)
    lines = run("import", file(content), "--as-of", "2023-09-04", text=True).out.splitlines()
    assert "99 rows: 93 ours, 6 for other bodies." in lines
    assert "Ours: 93 open (93 new)." in lines


def test_what_cannot_be_withdrawn_or_restored_is_refused(paper: Run) -> None:
    assert paper("withdraw", 99).code == REFUSED
    assert paper("restore", 1).code == REFUSED
    assert paper("withdraw", 1).code == DONE
    assert paper("withdraw", 1).code == REFUSED


def test_uploads_tell_who_committed_each_and_what_was_said(paper: Run) -> None:
    (upload,) = paper("uploads").json
    assert upload["actor"] == {"name": upload["committed_by"], "role": "local", "way": "command line"}
    assert upload["request"]["said"]["as_of"] == "2023-09-04"


def test_check_proves_the_store_sound(paper: Run) -> None:
    told = paper("check")
    assert (told.code, told.json["sound"]) == (DONE, True)
    assert told.json["checks"]
    assert "sound" in paper("check", text=True).out


# What goes wrong


@pytest.mark.parametrize("command", [["show", "position"], ["uploads"], ["withdraw", "1"], ["restore", "1"], ["check"]])
def test_a_store_that_is_missing_is_said_and_not_made(run: Run, store: Path, command: list[str]) -> None:
    told = run(*command)
    assert told.code == STORE_UNUSABLE
    assert "no store" in told.json["error"]
    assert "no store" in told.err
    assert not store.exists()


@pytest.mark.parametrize(
    "command",
    [["show", "position"], ["uploads"], ["check"], ["withdraw", "1"], ["import", BY_FORCE, "--as-of", "2023-09-04"]],
)
def test_a_store_in_use_is_said_with_the_page_that_does_the_same(
    run: Run, held_by_another: Path, command: list[object]
) -> None:
    told = run(*command)
    assert told.code == STORE_UNUSABLE
    assert "in use by another process" in told.err
    assert NAMES_THE_PAGE.search(told.err), told.err
    assert str(held_by_another.parent) not in told.out + told.err


def test_a_store_that_is_no_store_is_left_as_it_is(run: Run, store: Path) -> None:
    store.parent.mkdir()
    store.write_bytes(b"not a database" * 100)
    told = run("uploads")
    assert told.code == STORE_UNUSABLE
    assert "not a DuckDB store" in told.err
    assert store.read_bytes() == b"not a database" * 100


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["show"],
        ["import"],
        ["withdraw", "one"],
        ["show", "position", "--average", "mode"],
        ["import", "x.csv", "--covers", "some"],
        ["import", "x.csv", "--covers-kind", "wishes"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == WRONG_USAGE
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["WMP", "Narnia"])
def test_a_wrong_setting_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", word)
    told = run("uploads")
    assert told.code == WRONG_USAGE
    assert "JASC_HOME_FORCE" in told.json["error"]


def test_a_home_force_that_is_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_HOME_FORCE", "Suffolk Constabulary")
    assert run("import", BY_FORCE, "--as-of", "2023-09-04").code == DONE
    assert run("show", "position").json["force"] == "Suffolk"


def test_json_writes_no_control_character_of_a_file_to_the_terminal(run: Callable[..., Answer], tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_bytes(items_csv(item("R1", status="do\x9b2Jne")))
    answer = run("import", str(file), "--as-of", "2023-09-04")
    assert answer.code == REFUSED
    assert "\x9b" not in answer.out
    assert "do\x9b2Jne" in json.dumps(answer.json, ensure_ascii=False)
