"""What is asked about unknown headings and words: guessed, offered, decided once, never used unasked."""

from datetime import date

from jasc_data.forces import national_directory
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.learned import LEFT_OUT, Decision, Domain, Learned
from jasc_data.intake.questions import word_questions
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.settings import Settings

DAY = date(2023, 9, 4)
ODD = b"Item code,Sort of thing,Which inspection,Progress,Whose\nT1,Rec,Vetting,done,WMP\nT2,AFI,Custody,Open,WMP\n"


def check(content: bytes, *decisions: Decision, learned: Learned | None = None) -> CheckedFile:
    context = CheckContext(national_directory(), "West Mercia", Settings().groups(), DAY, learned or Learned())
    return check_file(content, "portal.csv", UploadRequest(DAY, decisions=decisions), context)


def headings(file: CheckedFile) -> tuple[Decision, ...]:
    return tuple(
        Decision(Domain.HEADING, column.heading, column.field or LEFT_OUT, file.signature) for column in file.columns
    )


def test_guesses_are_offered_and_nothing_is_read_with_them() -> None:
    file = check(ODD)
    assert [found.code for found in file.problems] == ["headings.missing"]
    assert [column.field for column in file.columns] == ["reference", "kind", "report", "status", "force"]
    assert file.uploads == ()


def test_words_are_asked_about_once_with_the_likeliest_first() -> None:
    first = check(ODD)
    questions = word_questions(check(ODD, *headings(first)))
    assert [(question.domain, question.word) for question in questions] == [
        (Domain.STATUS, "done"),
        (Domain.FORCE, "WMP"),
    ]
    assert questions[1].candidates[:2] == ("West Mercia", "West Midlands")
    assert questions[1].rows == "2 rows, the first is row 2"


def test_decisions_read_the_file_and_the_next_one_of_its_layout() -> None:
    first = check(ODD)
    words = (Decision(Domain.STATUS, "done", "awaiting sign-off"), Decision(Domain.FORCE, "WMP", "West Mercia"))
    decided = check(ODD, *headings(first), *words)
    assert [item.row.status for item in decided.uploads[0].items] == ["awaiting sign-off", "open"]
    again = check(ODD.replace(b"T1", b"T9"), learned=Learned(decided.decisions))
    assert [item.row.reference for item in again.uploads[0].items] == ["T9", "T2"]


def test_a_decision_about_one_layout_says_nothing_of_another() -> None:
    other = b"Sort of thing,Ref,Report,Type\nx,T1,Vetting,Rec\n"
    learned = Learned([Decision(Domain.HEADING, "Sort of thing", "kind", "another layout")])
    assert [column.field for column in check(other, learned=learned).columns] == [None, "reference", "report", "kind"]


def test_a_column_can_be_left_out_and_a_known_one_read_otherwise() -> None:
    content = b"Ref,Type,Report,Owner\nT1,Rec,Vetting,Home Office\n"
    signature = check(content).signature
    file = check(content, Decision(Domain.HEADING, "Owner", "addressee", signature))
    assert file.uploads[0].items[0].addressed_elsewhere
    left_out = check(content, Decision(Domain.HEADING, "Owner", LEFT_OUT, signature))
    assert left_out.problems == ()
    assert left_out.uploads[0].items[0].row.lead is None
