"""What is asked about headings, words and missing columns: proposed with evidence, decided once, never used unasked."""

from datetime import date

import pytest

from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.learned import (
    ANY_LAYOUT,
    FOR_OTHERS,
    FOR_THE_FORCE,
    LEFT_OUT,
    NO_DEADLINE,
    Decision,
    Domain,
    Learned,
)
from jasc_data.intake.questions import word_questions
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from tests.builders import told

DAY = date(2023, 9, 4)
ODD = b"Item code,Sort of thing,Which inspection,Progress,Whose\nT1,Rec,Vetting,done,WMP\nT2,AFI,Custody,Open,WMP\n"
MEANT = {"Item code": "reference", "Sort of thing": "kind", "Which inspection": "report", "Whose": "force"}
PLAIN = b"Reference,Force,Kind,Report,Grade,Status,Deadline%s\nR1,West Mercia,Rec,Vetting,2,Open,30/04/2023%s\n"


def check(content: bytes, *decisions: Decision, learned: Learned | None = None) -> CheckedFile:
    context = CheckContext(national_directory(), "West Mercia", Settings().groups(), DAY, learned or Learned())
    return check_file(content, "portal.csv", UploadRequest(DAY, decisions=decisions), context)


def plain(heading: str = "", value: str = "") -> bytes:
    """A file with a column for every field that decides a figure, and one more."""
    return PLAIN % ((f",{heading}".encode(), f",{value}".encode()) if heading else (b"", b""))


def headings(**meanings: str) -> tuple[Decision, ...]:
    return tuple(Decision(Domain.HEADING, word, field, ANY_LAYOUT) for word, field in meanings.items())


def codes(file: CheckedFile) -> list[str]:
    return [found.code for found in told(file)]


# Headings


def test_what_is_proposed_is_not_read() -> None:
    file = check(ODD)
    assert codes(file) == ["headings.missing"]
    assert "'Whose' (perhaps the force)" in file.problems[0].fix
    assert [column.field for column in file.columns] == ["reference", None, None, "status", None]
    assert {column.heading: column.proposal.candidates[0] for column in file.columns if column.proposal} == {
        "Sort of thing": "kind",
        "Which inspection": "report",
        "Whose": "force",
    }
    assert file.uploads == ()


def test_three_values_stand_beside_every_heading() -> None:
    rows = b"".join(b"T%d,Rec,Vetting,word %d\n" % (place, place % 5) for place in range(20))
    (column,) = [column for column in check(b"Ref,Type,Report,Remark\n" + rows).columns if column.proposal]
    assert column.samples == ("word 0", "word 1", "word 2")


@pytest.mark.parametrize(
    ("heading", "value", "filled_in", "candidates"),
    [
        ("Portal Status (HMICFRS)", "Open", "status", ["status"]),
        ("3. Status", "Closed", "status", ["status"]),
        ("Stage", "Open", None, ["status"]),  # the values alone: offered, to be chosen
        ("Portal status code", "xyz", None, ["status"]),  # the heading alone
        ("Deadline date", "30/04/2023", "deadline", ["deadline"]),
        ("Completion date", "30/04/2023", None, ["deadline", "closed_on"]),  # due or done: nobody can tell
        ("Organisation", "Warwickshire Police", None, ["force"]),
        ("Lvl", "2", None, ["grade"]),
        ("Remark", "never mind", None, []),
    ],
)
def test_a_proposal_is_filled_in_only_where_heading_and_values_agree(
    heading: str, value: str, filled_in: str | None, candidates: list[str]
) -> None:
    content = f"Reference,Kind,Report,{heading}\nR1,Rec,Vetting,{value}\nR2,AFI,Vetting,{value}\n".encode()
    (column,) = [column for column in check(content).columns if column.proposal]
    assert column.proposal is not None
    assert column.proposal.filled_in == filled_in
    assert list(column.proposal.candidates[: len(candidates)]) == candidates


@pytest.mark.parametrize("heading", ["Date of Issue", "Our Date"])
def test_a_date_under_another_name_is_no_deadline(heading: str) -> None:
    file = check(plain(heading, "01/02/2023"))
    assert codes(file) == ["headings.unknown"]
    (column,) = [column for column in file.columns if column.proposal]
    assert column.proposal is not None
    assert column.proposal.filled_in is None


def test_an_answer_holds_for_the_heading_whatever_else_the_file_holds() -> None:
    first = check(plain("RAG", "Red"), *headings(RAG=LEFT_OUT))
    assert codes(first) == []
    again = check(plain("RAG,Sep update", "Red,more"), learned=Learned(first.decisions))
    assert [(found.code, found.value) for found in again.problems] == [("headings.unknown", "Sep update")]


def test_what_an_earlier_release_left_out_unasked_is_asked_about_and_what_it_mapped_is_kept() -> None:
    layout = "item code | rag | report | type"
    learned = Learned(
        [
            Decision(Domain.HEADING, "Item code", "reference", layout),
            Decision(Domain.HEADING, "RAG", LEFT_OUT, layout),
        ]
    )
    file = check(b"Item code,Type,Report,RAG,New\nT1,Rec,Vetting,Red,x\n", learned=learned)
    assert [column.field for column in file.columns] == ["reference", "kind", "report", None, None]
    assert [found.value for found in told(file)] == ["RAG", "New"]


def test_an_answer_about_counts_says_nothing_of_items() -> None:
    learned = Learned([Decision(Domain.HEADING, "Sort of thing", "kind", "positions")])
    file = check(b"Sort of thing,Ref,Report,Type\nx,T1,Vetting,Rec\n", learned=learned)
    assert [column.field for column in file.columns] == [None, "reference", "report", "kind"]


def test_a_known_column_can_be_read_otherwise_and_set_aside_and_the_last_answer_holds() -> None:
    content = plain("Owner", "Home Office")
    file = check(content, *headings(Owner="addressee"))
    assert file.uploads[0].items[0].addressed_elsewhere
    aside = check(content, *headings(Owner=LEFT_OUT), learned=Learned(file.decisions))
    assert codes(aside) == []
    assert aside.uploads[0].items[0].row.lead is None
    assert not aside.uploads[0].items[0].addressed_elsewhere


def test_an_empty_column_under_an_unknown_heading_is_told_and_asked_about_when_it_holds_something() -> None:
    assert [(found.code, found.severity) for found in check(plain("Column1")).problems] == [
        ("headings.empty", "notice")
    ]
    assert codes(check(plain("Column1", "x"))) == ["headings.unknown"]


def test_two_columns_of_one_field_are_told_apart_by_their_values_or_asked_about() -> None:
    file = check(b"Ref,Type,Category,Report\nM1,Rec,Fundamental,Custody\nM2,AFI,Significant,Custody\n")
    assert [column.field for column in file.columns] == ["reference", "kind", None, "report"]
    assert [(found.code, found.heading) for found in told(file)] == [("headings.unknown", "Category")]
    both = check(b"Ref,Type,Report,Recommendation,Description\nM1,Rec,Custody,a,b\n")
    assert codes(both) == ["headings.duplicate"]
    decided = check(
        b"Ref,Type,Report,Recommendation,Description\nM1,Rec,Custody,a,b\n", *headings(Description=LEFT_OUT)
    )
    assert codes(decided) == []
    assert decided.uploads[0].items[0].row.text == "a"


def test_a_heading_that_its_values_contradict_is_asked_about_once() -> None:
    content = b"Ref,Type,Report,Progress\nM1,Rec,Custody,Training was held\nM2,Rec,Custody,Nothing yet\n"
    assert [(found.code, found.heading) for found in told(check(content))] == [("headings.unknown", "Progress")]


# Words


def test_words_are_asked_about_once_with_the_likeliest_first() -> None:
    questions = word_questions(check(ODD, *headings(**MEANT)))
    assert [(question.domain, question.word) for question in questions] == [
        (Domain.STATUS, "done"),
        (Domain.FORCE, "WMP"),
    ]
    assert questions[1].candidates[:2] == ("West Mercia", "West Midlands")
    assert questions[1].rows == "2 rows, the first is row 2"


def test_decisions_read_the_file_and_the_next_one() -> None:
    words = (Decision(Domain.STATUS, "done", "awaiting sign-off"), Decision(Domain.FORCE, "WMP", "West Mercia"))
    decided = check(ODD, *headings(**MEANT), *words)
    assert [item.row.status for item in decided.uploads[0].items] == ["awaiting sign-off", "open"]
    again = check(ODD.replace(b"T1", b"T9"), learned=Learned(decided.decisions))
    assert [item.row.reference for item in again.uploads[0].items] == ["T9", "T2"]


def test_words_of_grades_addressees_and_deadlines_can_be_decided_on() -> None:
    content = (
        b"Reference,Force,Kind,Report,Grade,Status,Deadline,Directed at\n"
        b"R1,West Mercia,Rec,Vetting,Level 2 - CC sign off,Open,-,Local authorities\n"
        b"R2,West Mercia,Rec,Vetting,Level 2 - CC sign off,Open,-,Our own board\n"
    )
    asked = word_questions(check(content))
    assert [(question.title, question.word, question.rows) for question in asked] == [
        ("Grade", "Level 2 - CC sign off", "2 rows, the first is row 2"),
    ]
    grade = Decision(Domain.GRADE, "Level 2 - CC sign off", "2")
    asked = word_questions(check(content, grade))
    assert [(question.title, question.word) for question in asked] == [
        ("Deadline", "-"),
        ("Directed at", "Local authorities"),
        ("Directed at", "Our own board"),
    ]
    file = check(
        content,
        grade,
        Decision(Domain.DEADLINE, "-", NO_DEADLINE),
        Decision(Domain.ADDRESSEE, "Local authorities", FOR_OTHERS),
        Decision(Domain.ADDRESSEE, "our own board", FOR_THE_FORCE),
    )
    assert file.problems == ()
    items = file.uploads[0].items
    assert [(item.row.grade, item.deadline_on, item.addressed_elsewhere) for item in items] == [
        ("2", None, True),
        ("2", None, False),
    ]


@pytest.mark.parametrize("sign", ["-", "—", "…", "✓", "✗", "●", "?", "*", "#N/A", "#REF!", "########"])
def test_a_sign_is_no_blank_and_can_be_decided_on(sign: str) -> None:
    for field, code in (("Grade", "grade.unknown"), ("Status", "status.unknown"), ("Deadline", "deadline.sign")):
        content = f"Reference,Force,Kind,Report,{field}\nR1,West Mercia,Rec,Vetting,{sign}\n".encode()
        assert [(found.code, found.row_number, found.column_letter) for found in told(check(content))] == [
            (code, 2, "E")
        ]
    content = f"Reference,Force,Kind,Report,Status\nR1,West Mercia,Rec,Vetting,{sign}\n".encode()
    closed = check(content, Decision(Domain.STATUS, sign, "closed"))
    assert closed.uploads[0].items[0].row.status == "closed"


# Fields without a column


def test_a_field_that_decides_a_figure_and_has_no_column_is_asked_about() -> None:
    file = check(b"Reference,Kind\nR1,Rec\n")
    assert [found.code for found in file.problems] == [
        "assumed.force",
        "assumed.report",
        "assumed.status",
        "assumed.grade",
        "assumed.deadline",
    ]
    assert all(found.severity == "warning" for found in file.problems)
    assert check(plain()).problems == ()


def test_the_answer_is_used_remembered_for_files_with_the_same_columns_and_shown() -> None:
    content = b"Reference,Kind,Report,Grade,Deadline\nR1,Rec,Vetting,2,\n"
    said = (
        Decision(Domain.ASSUMPTION, "status", "in progress", ANY_LAYOUT),
        Decision(Domain.ASSUMPTION, "force", "Warwickshire", ANY_LAYOUT),
    )
    first = check(content, *said)
    assert [(found.code, found.severity) for found in first.problems] == [("assumed.known", "notice")] * 2
    assert "all of its items are in progress" in first.problems[1].message
    (item,) = first.uploads[0].items
    assert (item.row.force, item.row.status, item.row.status_written) == ("Warwickshire", "in progress", None)
    learned = Learned(first.decisions)
    again = check(content.replace(b"R1", b"R2"), learned=learned)
    assert [item.row.status for item in again.uploads[0].items] == ["in progress"]
    with_more = check(b"Reference,Kind,Report,Grade,Deadline,New\nR1,Rec,Vetting,2,,x\n", learned=learned)
    assert [found.code for found in with_more.problems if found.severity == "error"] == ["headings.unknown"]
    assert [found.code for found in with_more.problems if found.severity == "warning"] == []
    other = check(b"Ref,Kind,Report,Grade,Deadline\nR1,Rec,Vetting,2,\n", learned=learned)  # another source's columns
    assert [found.code for found in other.problems] == ["assumed.force", "assumed.status"]


def test_causes_of_concern_alone_need_no_grade_and_a_named_force_needs_no_question() -> None:
    content = b"Reference,Kind,Report,Status,Deadline\nC1,Cause of concern,Custody,Open,\n"
    assert [found.code for found in check(content).problems] == ["assumed.force"]
    context = CheckContext(national_directory(), "West Mercia", Settings().groups(), DAY)
    named = check_file(content, "portal.csv", UploadRequest(DAY, force="Suffolk"), context)
    assert named.problems == ()


def test_a_list_without_reports_needs_references() -> None:
    assert codes(check(b"Number,Kind,Status\n1,Rec,Open\n")) == ["headings.missing"]
    assert codes(check(b"Reference,Kind,Status\nR1,Rec,Open\n")) == []
    file = check(b"Reference,Kind\nR1,Rec\n", Decision(Domain.ASSUMPTION, "report", "PEEL 2021/22", ANY_LAYOUT))
    assert file.uploads[0].items[0].row.report == "PEEL 2021/22"


def test_a_column_of_forces_that_is_set_aside_is_asked_about() -> None:
    content = b"Reference,Kind,Report,Grade,Status,Deadline,Area\nR1,Rec,Vetting,2,Open,,Kent\nR2,Rec,Vetting,2,Open,,Surrey\n"
    said = (
        Decision(Domain.HEADING, "Area", "", ANY_LAYOUT),
        Decision(Domain.ASSUMPTION, "force", "West Mercia", ANY_LAYOUT),
    )
    file = check(content, *said)
    assert [found.code for found in file.problems if found.severity == "warning"] == ["force.set_aside"]
    assert "it names Kent and Surrey" in file.problems[1].message
