"""Files in the shapes that public papers, trackers and bug reports have: what each comes to, and that none is silent.

tests/fixtures/importer/expected.csv has a line for each: what is right for it, in words, the codes of what is asked or
refused, the codes of what is told besides, and the items counted as open in a file that nobody need be asked about.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import ExportType
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.learned import ANY_LAYOUT, LEFT_OUT, Decision, Domain, Learned
from jasc_data.intake.problems import Severity
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from tests.builders import AFI, HOME, REC, checked, empty_store, import_file, open_of

FOLDER = Path(__file__).parent.parent / "fixtures" / "importer"
DAY = date(2023, 9, 4)
# Six items, of which one recommendation is closed; and one line of the committee paper.
SEVERAL = "afi=2 cause_of_concern=1 recommendation=2"
PAPER = "afi=34 cause_of_concern=6 recommendation=104"
WITH_FIGURES = {SEVERAL, PAPER, "recommendation=1", "afi=1", ""}

with (FOLDER / "expected.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))


def file_of(name: str) -> CheckedFile:
    """The file as West Mercia's uploader brings it, with the force named where the file has no column for it."""
    content = (FOLDER / name).read_bytes()
    named = checked(content, DAY, name=name, force=HOME)
    column = any(found.code == "force.column_and_option" for found in named.problems)
    return checked(content, DAY, name=name) if column else named


def open_in(file: CheckedFile) -> str:
    """The items that a page would count as open, or the home force's counts, by kind."""
    counts: Counter[str] = Counter()
    for upload in file.uploads:
        if upload.export_type is ExportType.ITEMS:
            counts.update(
                item.row.kind.value
                for item in upload.items
                if item.row.status.counts_as_open and not item.addressed_elsewhere
            )
        else:
            cells = (cell for cell in upload.positions if cell.grade is None and cell.force == HOME)
            counts.update({cell.kind.value: cell.open for cell in cells})
    return " ".join(f"{kind}={number}" for kind, number in sorted(counts.items()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_the_file_comes_to_what_is_right_for_it(case: dict[str, str]) -> None:
    file = file_of(case["file"])
    asked = {found.code for found in file.problems if found.severity is not Severity.NOTICE}
    told = {found.code for found in file.problems if found.severity is Severity.NOTICE}
    assert (" ".join(sorted(asked)), " ".join(sorted(told))) == (case["asked"], case["told"]), case["right"]
    assert open_in(file) == case["open"]


def test_no_file_is_read_in_silence_to_other_figures() -> None:
    silent = {case["file"]: case["open"] for case in CASES if not case["asked"]}
    assert set(silent.values()) <= WITH_FIGURES
    assert Counter(silent.values())[SEVERAL] > 60
    listed = {path.name for path in FOLDER.iterdir()} - {"expected.csv"}
    assert listed == {case["file"] for case in CASES}


# Answers, as a person who knows the file gives them; the figures were counted by hand.


def answered(name: str, *decisions: Decision, learned: Learned | None = None) -> CheckedFile:
    context = CheckContext(national_directory(), HOME, Settings().groups(), date(2023, 9, 10), learned or Learned())
    request = UploadRequest(DAY, force=HOME, decisions=decisions)
    return check_file((FOLDER / name).read_bytes(), name, request, context)


def meaning(**headings: str) -> list[Decision]:
    return [Decision(Domain.HEADING, word.replace("_", " "), field, ANY_LAYOUT) for word, field in headings.items()]


def words(domain: Domain, **meanings: str) -> list[Decision]:
    return [Decision(domain, word.replace("_", " "), value) for word, value in meanings.items()]


def aside(name: str) -> list[Decision]:
    """Every heading that is asked about is set aside."""
    return [
        Decision(Domain.HEADING, column.heading, LEFT_OUT, ANY_LAYOUT)
        for column in answered(name).columns
        if column.proposal
    ]


@pytest.mark.parametrize(
    ("name", "decisions", "open_"),
    [
        (
            "A08-register-status-of-recommendation.csv",
            meaning(Status_of_Recommendation="status"),
            "afi=1 recommendation=1",
        ),
        (
            "A13-per-cent-complete.csv",
            [
                *meaning(RAG="status", Agreed_completion_date="deadline"),
                *words(Domain.STATUS, Complete="closed", Red="in progress", Amber="in progress"),
            ],
            "recommendation=2",
        ),
        (
            "A22-delivery-status-dataset-type-and-report-renamed.csv",
            [
                *meaning(Delivery_status="status"),
                *words(Domain.STATUS, Completed="closed", Not_applicable="not for the force"),
            ],
            "recommendation=1",
        ),
        (
            "A02-traffic-light-with-type-and-report.csv",
            words(Domain.STATUS, GREEN="closed", AMBER="in progress", RED="in progress", WHITE="closed"),
            "afi=2",
        ),
        (
            "B53k-completion-date-is-when-completed.csv",
            meaning(Completion_date="closed_on"),
            SEVERAL,
        ),
        ("B51f-status-under-stage.csv", meaning(Stage="status"), SEVERAL),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_once_answered_the_figures_are_those_counted_by_hand(name: str, decisions: list[Decision], open_: str) -> None:
    file = answered(name, *aside(name), *decisions)
    assert file.errors == (), [found.sentence for found in file.errors]
    assert open_in(file) == open_


def test_a_mapping_is_remembered_when_a_month_later_one_column_more_comes() -> None:
    store = empty_store()
    colours = words(Domain.STATUS, Red="open", Amber="in progress", Blue="closed", Green="awaiting sign-off")
    first = answered("M01-month-1-rag-mapped.csv", *meaning(RAG="status", Aug_update=LEFT_OUT), *colours)
    assert import_file(store, first, acknowledged=["all"]).upload_ids
    assert (open_of(store, REC), open_of(store, AFI)) == (2, 2)
    later = answered("M01-month-3-one-more-column.csv", learned=Learned(first.decisions))
    assert [(found.code, found.heading) for found in later.errors] == [("headings.unknown", "Sep update")]
    once_said = answered(
        "M01-month-3-one-more-column.csv", *meaning(Sep_update=LEFT_OUT), learned=Learned(first.decisions)
    )
    assert once_said.errors == ()
    assert open_in(once_said) == SEVERAL
    store.close()
