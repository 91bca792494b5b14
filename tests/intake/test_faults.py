"""Every fault a file can have: one file each, what is said of it, and that a refused file changes nothing.

tests/fixtures/faults holds the files, named for the fault; expected.json there says for each

- as_of, force, covers_forces, covers_kinds: what the uploader said besides (as_of: 2023-09-04 when not given)
- held: files of the folder that the store holds already, as of 2023-08-01
- problems: every problem, as severity, code, row and column; first: the sentence of the first one
- rows, encoding, delimiter: what was read, of a file that is not refused
- asked: true where what is asked of the columns that the file does not have is the point; elsewhere it is answered
- bug: what the product gets wrong today; such an entry is expected to fail until the product is mended
- value_bug: the same, of the value that the problem quotes
"""

import csv
import io
import json
import re
import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from jasc_data.command_line.mapping_file import read_mapping
from jasc_data.command_line.run import main
from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, read_peer_groups
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake import checking, reading
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.problems import Problem
from jasc_data.intake.reading import Unreadable, column_letter, read_sheet
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.intake.wording import WORDING
from jasc_data.store.connection import Store
from jasc_data.uploads.commit import commit, rehearse
from tests.builders import by, empty_store
from tests.made_once import made_once

ANSWERED = {"assumed.known"}
FIXTURES = Path(__file__).parent.parent / "fixtures"
FAULTS = FIXTURES / "faults"
ANSWERS = FIXTURES / "answers.json"  # what is said of the columns that a file does not have
PAPER = FIXTURES / "paper" / "positions-2023-09-04-by-force.csv"
HELD_AS_OF = "2023-08-01"
MEGABYTE = 1024 * 1024
CONTRADICTS = "safety.contradicts"
BESIDE_THE_PAPER = {CONTRADICTS, "safety.replaces"}  # notices that the paper's positions, held beside, give rise to
TESTED_BY_HAND = {
    "file.too_large",  # in this module; its file would be larger than the repository
    "file.too_many_rows",  # in this module, like the one before: what is too many is a setting
    "as_of.too_many",  # in intake/test_as_of.py: of a file that was taken in before, it is none
    "file.unpacks_large",  # in intake/test_workbook.py, like the next: their files are made there
    "sheet.too_large",
    "assumed.known",  # in intake/test_questions.py; what is said of a file that is answered
    "references.known",  # in uploads/test_renamed_references.py: what was decided for another file
    "words.known",  # in intake/test_remembered_words.py, like the next: what was decided for another file
    "words.elsewhere",
    *(code for code in WORDING if code.startswith("activity.")),  # in editorial/test_activity.py: of a file of its own
    "force.set_aside",  # in intake/test_questions.py; what was said of a column by hand
    "total.group_differs",  # in intake/test_totals_between_items.py
    "cell.formula",  # in intake/test_workbook.py; no CSV file has one
    "sheet.name",  # in intake/test_beside.py, likewise
    "cell.joined",  # in intake/test_cells_in_doubt.py, likewise, like the next
    "sheet.part_struck",
    "sheet.covered",
    "status.coloured",
    "reference.nought_lost",  # in intake/test_references.py
    *(code for code in WORDING if code.startswith("tracking.")),  # in editorial/test_tracking_faults.py
    CONTRADICTS,  # in command_line/test_command_line.py; no fault of a file alone
}
Holding = Callable[[tuple[str, ...]], Store]


@dataclass(frozen=True)
class Fault:
    name: str
    entry: dict[str, Any]

    @property
    def content(self) -> bytes:
        return (FAULTS / self.name).read_bytes()

    @property
    def as_of(self) -> str | None:
        return self.entry.get("as_of", "2023-09-04")

    @property
    def request(self) -> UploadRequest:
        return UploadRequest(
            as_of=date.fromisoformat(self.as_of) if self.as_of else None,
            force=self.entry.get("force"),
            covers_forces=tuple(self.entry.get("covers_forces", ())),
            covers_kinds=tuple(Kind(kind) for kind in self.entry.get("covers_kinds", ())),
            decisions=() if "asked" in self.entry else read_mapping(ANSWERS),
        )

    @property
    def held(self) -> tuple[str, ...]:
        return tuple(self.entry.get("held", ()))

    @property
    def arguments(self) -> list[str]:
        """The request, as the command line takes it."""
        given = ["--as-of", self.as_of] if self.as_of else []
        given += ["--force", self.entry["force"]] if "force" in self.entry else []
        for option, key in (("--covers-force", "covers_forces"), ("--covers-kind", "covers_kinds")):
            given += [option, *self.entry[key]] if key in self.entry else []
        given += [] if "asked" in self.entry else ["--map", str(ANSWERS)]
        return ["import", str(FAULTS / self.name), *given]

    @property
    def problems(self) -> list[tuple[str, str, int | None, str | None]]:
        return [tuple(found) for found in self.entry["problems"]]

    @property
    def severities(self) -> set[str]:
        return {severity for severity, _, _, _ in self.problems}


TABLE = [
    Fault(name, entry) for name, entry in json.loads((FAULTS / "expected.json").read_text(encoding="utf-8")).items()
]


def known_bugs(fault: Fault, strict: bool) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=fault.entry["bug"], strict=strict)] if "bug" in fault.entry else []


def faults(*severities: str, strict: bool = True) -> list[Any]:
    """The entries with a problem of one of the severities (all entries when none is named), as parameters."""
    return [
        pytest.param(fault, id=fault.name, marks=known_bugs(fault, strict))
        for fault in TABLE
        if not severities or fault.severities & set(severities)
    ]


@pytest.fixture(scope="module")
def context() -> CheckContext:
    directory = national_directory()
    return CheckContext(directory, "West Mercia", read_peer_groups(PACKAGED_GROUPS, directory), date(2024, 1, 31))


@pytest.fixture(scope="module")
def paper_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the paper's figures, closed."""
    store = tmp_path_factory.mktemp("paper") / "jasc.duckdb"
    assert main(["import", str(PAPER), "--as-of", "2023-09-04", "--store", str(store)]) == 0
    return store


@pytest.fixture
def held_store(paper_store: Path, tmp_path: Path) -> Path:
    """A copy of that store, for one test."""
    return Path(shutil.copy(paper_store, tmp_path / "jasc.duckdb"))


@pytest.fixture
def store_beside(fault: Fault, paper_store: Path, tmp_path: Path) -> Path:
    """A copy of that store, into which what the fault's file comes after was imported: once for all that come after it."""

    def make(path: Path) -> None:
        shutil.copy(paper_store, path)
        for name in fault.held:
            assert answer_of(path, *earlier(name))[0] == 0

    held = made_once(f"the paper and {sha256(repr(fault.held).encode()).hexdigest()}.duckdb", make)
    return Path(shutil.copy(held, tmp_path / "jasc.duckdb"))


def answer_of(store: Path, *arguments: str) -> tuple[int, Any]:
    """The exit code of a command, and what it answers in JSON."""
    said = io.StringIO()
    with redirect_stdout(said):
        code = main([*arguments, "--store", str(store), "--json"])
    return code, json.loads(said.getvalue())


@pytest.fixture(scope="module")
def holding(context: CheckContext) -> Iterator[Holding]:
    """``holding(names)``: a store that holds these files, made once: what is rehearsed in it is not kept."""

    @cache
    def held(names: tuple[str, ...]) -> Store:
        store = at_end.enter_context(closing(empty_store()))
        for name in names:
            earlier = check_file(
                (FAULTS / name).read_bytes(),
                name,
                UploadRequest(date.fromisoformat(HELD_AS_OF), covers_forces=("all",), decisions=read_mapping(ANSWERS)),
                context,
            )
            assert commit(store, earlier, by("test")).upload_ids, earlier.problems
        return store

    with ExitStack() as at_end:
        yield held


def said_of(fault: Fault, context: CheckContext, holding: Holding) -> tuple[CheckedFile, list[Problem]]:
    """The file as checked, and its problems by itself and against what is held."""
    checked = check_file(fault.content, fault.name, fault.request, context)
    checked = replace(checked, problems=tuple(found for found in checked.problems if found.code not in ANSWERED))
    if checked.errors:
        return checked, list(checked.problems)
    return checked, list(rehearse(holding(fault.held), checked).problems)


def earlier(name: str) -> list[str]:
    """The command that imports a file of the folder which the store is to hold already."""
    return ["import", str(FAULTS / name), "--as-of", HELD_AS_OF, "--covers-force", "all", "--map", str(ANSWERS)]


def facts(found: Problem) -> tuple[str, str, int | None, str | None]:
    return (found.severity.value, found.code, found.row_number, found.column_letter)


@pytest.mark.parametrize("fault", faults())
def test_file_is_told_its_problems_and_no_others(fault: Fault, context: CheckContext, holding: Holding) -> None:
    checked, problems = said_of(fault, context, holding)

    assert [facts(found) for found in problems] == fault.problems
    assert [found.sentence for found in problems[:1]] == [fault.entry[key] for key in ("first",) if key in fault.entry]
    if "rows" in fault.entry:
        assert checked.uploads
        assert sum(upload.row_count for upload in checked.uploads) == fault.entry["rows"]
    for known in ("encoding", "delimiter"):
        assert getattr(checked, known) == fault.entry.get(known, getattr(checked, known))
    misplaced = [found.value for found in problems if found.column_letter and not stands_where_it_says(found, checked)]
    assert bool(misplaced) == ("value_bug" in fault.entry), misplaced


def stands_where_it_says(found: Problem, checked: CheckedFile) -> bool:
    """Rows and columns are checked against Python's own csv reader, not against ours; of a workbook in its own tests."""
    if not found.row_number or found.value is None or checked.content.startswith(b"PK"):
        return True
    encoding = "cp1252" if checked.encoding == "Windows-1252" else "utf-8"
    cells = list(csv.reader(io.StringIO(checked.content.decode(encoding), newline="")))
    letters = {column_letter(index): cell for index, cell in enumerate(cells[found.row_number - 1])}
    headed = found.heading is None or found.heading in {cell.strip() for row in cells for cell in row}
    return headed and _bare(found.value) in _bare(letters[str(found.column_letter)])


def _bare(text: str) -> str:
    """Without what is left out of a value when it is understood: marks that nobody sees, ``Level``, other names."""
    return re.sub(r"[\u200b-\u202e]|^Level ", "", text).strip()


def refused(fault: Fault, store: Path, *options: str) -> None:
    """The file is told its problems and is not committed, and the store is as it was."""
    before = store.read_bytes()

    code, answer = answer_of(store, *fault.arguments, *options)

    assert code == 1
    assert answer["committed"] is False
    told = [(p["severity"], p["code"], p["row"], p["column"]) for p in answer["problems"]]
    # the paper's positions are held here: faulty items of their date count otherwise, faulty positions replace them
    beside = BESIDE_THE_PAPER | ANSWERED
    assert [entry for entry in told if entry[1] not in beside] == [e for e in fault.problems if e[1] not in beside]
    assert store.read_bytes() == before, "not a byte of the store may be another"


@pytest.mark.parametrize("fault", faults("error", strict=False))
def test_refused_file_changes_nothing(fault: Fault, store_beside: Path) -> None:
    refused(fault, store_beside)


@pytest.mark.parametrize(
    "fault", [param for param in faults("warning", strict=False) if "error" not in param.values[0].severities]
)
def test_file_with_warnings_alone_is_accepted_by_their_own_codes_only(fault: Fault, store_beside: Path) -> None:
    own = {code for severity, code, _, _ in fault.problems if severity == "warning"}
    other = next(code for code, wording in WORDING.items() if wording.severity == "warning" and code not in own)

    refused(fault, store_beside, "--acknowledge", other)
    assert main([*fault.arguments, "--store", str(store_beside), "--acknowledge", *own]) == 0


def test_every_code_has_a_file_and_every_file_an_entry() -> None:
    produced = {code for fault in TABLE if "bug" not in fault.entry for _, code, _, _ in fault.problems}
    awaited = {code for fault in TABLE if "bug" in fault.entry for _, code, _, _ in fault.problems}
    files = {path.name for path in FAULTS.iterdir()} - {"expected.json", ".gitattributes"}

    assert set(WORDING) - produced - awaited - TESTED_BY_HAND == set(), "codes without a fixture"
    assert produced - set(WORDING) == set()
    assert files == {fault.name for fault in TABLE}
    for fault in TABLE:
        assert Path(fault.name).stem.endswith("-ok") == (not fault.problems), f"{fault.name}: '-ok' is for no fault"
        assert ("first" in fault.entry) == bool(fault.problems), f"{fault.name}: the sentence of its first problem"
        assert fault.severities & {"error"} or "rows" in fault.entry, f"{fault.name}: the rows read"
        for severity, code, _, _ in fault.problems:
            assert code not in WORDING or WORDING[code].severity == severity


def test_a_file_with_more_rows_than_may_be_taken_in_is_refused_before_they_are_looked_at(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"force,kind,open\n" + b"West Mercia,AFI,1\n" * 1_000
    request = UploadRequest(date(2023, 9, 4))
    taken = check_file(content, "export.csv", request, replace(context, most_rows=1_001))  # the headings are one
    assert "file.too_many_rows" not in {found.code for found in taken.problems}
    assert (
        check_file(content, "export.csv", request, context).problems == taken.problems
    )  # one that was taken in before
    monkeypatch.setattr(checking, "find_table", lambda *_: pytest.fail("looked at the rows"))
    (problem,) = check_file(content, "export.csv", request, replace(context, most_rows=1_000)).problems
    assert problem.sentence == (
        "The file has 1,001 rows; at most 1,000 are taken in. "
        "A week's export of all 43 forces has about 7,000: check that this is the right file. "
        "If it is, ask whoever looks after the dashboard to raise the setting JASC_MOST_ROWS."
    )


@pytest.mark.parametrize("megabytes", [51, 300])
def test_large_file_is_refused_without_decoding_or_copying_it(megabytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_written", lambda content: pytest.fail("decoded a file that is too large"))
    content = bytes(megabytes * MEGABYTE)
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable) as refusal:
            read_sheet(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert refusal.value.problem.sentence == (
        "The file is larger than the limit of 50 MB. "
        "An export of all 43 forces has less than 10 MB: check that this is the right file."
    )
    assert peak < MEGABYTE


def test_large_file_that_ends_in_a_newline_is_not_copied() -> None:
    content = b"a,b\n" * (51 * MEGABYTE // 4)
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable):
            read_sheet(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < MEGABYTE


def test_file_of_just_the_limit_is_read() -> None:
    head = b"Reference,Kind,Report\n"
    words = "a" * (50 * MEGABYTE - len(head) - 5)
    content = head + f"1,2,{words}\n".encode()

    assert len(content) == 50 * MEGABYTE
    assert read_sheet(content).rows[1].cells == ("1", "2", words)


def test_too_large_file_is_refused_on_the_command_line(held_store: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(300 * MEGABYTE)  # sparse: takes no room

    assert main(["import", str(large), "--as-of", "2023-09-04", "--store", str(held_store)]) == 1
