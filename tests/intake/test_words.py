"""Reading one cell: forgiving about form, strict about meaning, and never anything but a meaning or a CellFault."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.problems import CellFault
from jasc_data.intake.words import (
    EXCEL_EPOCH,
    is_average_or_total,
    read_average,
    read_count,
    read_date,
    read_day,
    read_force,
    read_grade,
    read_kind,
    read_status,
)


def fault_of(reader: Callable[..., object], *given: object) -> str:
    with pytest.raises(CellFault) as raised:
        reader(*given)
    return raised.value.code


@pytest.mark.parametrize(
    "text",
    [
        "04/09/2023",
        "4/9/2023",
        "04.09.2023",
        "4-9-2023",
        "04/09/2023 10:30",
        "04/09/2023 10:30:59",
        "2023-09-04",
        "2023-9-4",
        "2023-09-04T10:30:00Z",
        "2023-09-04 10:30:00.123",
        "2023-09-04T10:30:00+01:00",
        "2023-09-03T23:00:00Z",
        "2023-09-03T23:00:00.000Z",
        "2023-09-04T22:59:59Z",
        "2023-09-04T00:30:00+01:00",
        "2023/09/04",
        "2023.09.04",
        "04/Sep/2023",
        "04\u201309\u20132023",
        "2023\u201109\u201104",
        "4 Sep 2023",
        "4 Sept 2023",
        "4 sep. 2023",
        "04 September 2023",
        "4th September 2023",
        "4 SEPTEMBER, 2023",
        "Monday 4 September 2023",
        "Mon, 4 Sep 2023",
        "04-Sep-2023",
        "  4 September 2023\u00a0",
    ],
)
def test_date_in_every_form(text: str) -> None:
    assert read_date(text) == date(2023, 9, 4)


def test_date_has_its_day_first() -> None:
    assert read_date("03/04/2023") == date(2023, 4, 3)
    assert read_date("1st May 2023") == date(2023, 5, 1)
    assert read_date("22nd Feb 2023") == date(2023, 2, 22)
    assert read_date("29/02/2024") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2023", "date.impossible"),
        ("29/02/2023", "date.impossible"),
        ("09/13/2023", "date.impossible"),
        ("2023-13-01", "date.impossible"),
        ("31 June 2023", "date.impossible"),
        ("00/09/2023", "date.impossible"),
        ("04/09/0000", "date.impossible"),
        ("2023-09-04T25:00:00Z", "date.impossible"),
        ("01/01/1900", "date.improbable"),
        ("1970-01-01T00:00:00Z", "date.improbable"),
        ("0001-01-01", "date.improbable"),
        ("31/12/9999", "date.improbable"),
        ("9999-12-31T23:59:59Z", "date.improbable"),
        ("04/09/23", "date.two_digit_year"),
        ("4-Sep-23", "date.two_digit_year"),
        ("4 Sep '23", "date.two_digit_year"),
        ("4 September 23", "date.two_digit_year"),
        ("45173", "date.excel_serial"),
        ("45173.5", "date.excel_serial"),
        ("September 2023", "date.not_understood"),
        ("4 Sepulchre 2023", "date.not_understood"),
        ("20230904", "date.not_understood"),
        ("tomorrow", "date.not_understood"),
        ("4/9/2023 or later", "date.not_understood"),
        ("2023", "date.not_understood"),
    ],
)
def test_date_that_is_none_is_never_guessed(text: str, code: str) -> None:
    assert fault_of(read_day, text) == code


def test_number_of_a_day_counts_as_excel_counts_in_a_workbook_only() -> None:
    assert read_date("45173", epoch=EXCEL_EPOCH) == date(2023, 9, 4)
    assert read_date("45173.75", epoch=EXCEL_EPOCH) == date(2023, 9, 4)
    assert read_date("04/09/2023", epoch=EXCEL_EPOCH) == date(2023, 9, 4)
    assert fault_of(read_date, "45173") == "date.excel_serial"


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0.day} {0:%b %Y}"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert read_date(form.format(day)) == day


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("1|L1|level 1|Grade 1|GRADE 1|1.0| 1 |l 1", Grade.ONE),
        ("2|L2|Level 2|grade 2|2.0|LEVEL  2", Grade.TWO),
        ("3|l3|Level3", Grade.THREE),
        ("4|Level 4", Grade.FOUR),
        ("|  |Not graded|not-graded|Ungraded|none|N/A|no grade", Grade.NOT_GRADED),
    ],
)
def test_grade_in_every_form(words: str, grade: Grade) -> None:
    assert {word: read_grade(word) for word in words.split("|")} == dict.fromkeys(words.split("|"), grade)


@pytest.mark.parametrize(
    "text", ["0", "5", "12", "2.5", "-2", "High", "Level", "2 or 3", "Level 2 (was 3)", "II", "L", "Not graded?"]
)
def test_word_that_is_no_grade(text: str) -> None:
    assert fault_of(read_grade, text) == "grade.unknown"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "CoC|cocs|Cause of concern|CAUSES OF CONCERN|Cause for concern|ACoC|ACoCs|Accelerated cause of concern|"
            "accelerated causes of concern|Cause of concern (accelerated)",
            Kind.CAUSE_OF_CONCERN,
        ),
        ("Rec|recs|Recommendation|recommendations.", Kind.RECOMMENDATION),
        ("AFI|AFIs|area for improvement|Areas-for-improvement| AREAS  FOR IMPROVEMENT ", Kind.AFI),
    ],
)
def test_kind_in_every_form(words: str, kind: Kind) -> None:
    assert {word: read_kind(word) for word in words.split("|")} == dict.fromkeys(words.split("|"), kind)


@pytest.mark.parametrize("text", ["", "Observation", "Recommended", "Concern", "Improvement", "1", "AFI?", "AFIs %"])
def test_word_that_is_no_kind(text: str) -> None:
    assert fault_of(read_kind, text) == "kind.unknown"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("|Open|NEW|outstanding|Not started", Status.OPEN),
        ("In progress|in-progress|Ongoing|Under way", Status.IN_PROGRESS),
        ("Awaiting sign-off|awaiting sign off|Pending sign-off|Awaiting HMICFRS sign-off", Status.AWAITING_SIGN_OFF),
        ("Closed|signed off|Signed-off|Closed (signed off)", Status.CLOSED),
        ("Superseded|Replaced", Status.SUPERSEDED),
        ("Not for the force|not for force", Status.NOT_FOR_FORCE),
    ],
)
def test_status_in_every_form(words: str, status: Status) -> None:
    assert {word: read_status(word) for word in words.split("|")} == dict.fromkeys(words.split("|"), status)


@pytest.mark.parametrize("text", ["Complete", "COMPLETED", "done", "Finished", "Green", "discharged"])
def test_status_that_could_mean_either_is_asked_about(text: str) -> None:
    assert fault_of(read_status, text) == "status.ambiguous"


@pytest.mark.parametrize(
    "text", ["Amber", "Red", "Not closed", "Reopened", "Closed?maybe", "Closed?", "Signed off (?)"]
)
def test_word_that_is_no_status(text: str) -> None:
    assert fault_of(read_status, text) == "status.unknown"


def test_only_three_statuses_count_as_open() -> None:
    counted = {status for status in Status if status.counts_as_open}

    assert counted == {read_status("open"), read_status("in progress"), read_status("awaiting sign-off")}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("104", 104),
        (" 7 ", 7),
        ("1,234", 1234),
        ("12,345,678", 12345678),
        ("999,999,999", 999999999),
        ("5.0", 5),
        ("007", 7),
    ],
)
def test_count(text: str, number: int) -> None:
    assert read_count(text) == number


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_blank_count_is_not_held_and_never_0(text: str) -> None:
    assert read_count(text) is None
    assert read_average(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-1", "count.negative"),
        ("−1", "count.negative"),
        ("(12)", "count.negative"),
        ("-1.5", "count.negative"),
        ("2.5", "count.fraction"),
        ("1,234.5", "count.fraction"),
        ("six", "count.not_a_number"),
        ("1,23", "count.not_a_number"),
        ("12 open", "count.not_a_number"),
        ("n/a", "count.not_a_number"),
        ("½", "count.not_a_number"),
        ("²", "count.not_a_number"),
        ("1e3", "count.not_a_number"),
        ("inf", "count.not_a_number"),
        ("-", "count.not_a_number"),
        ("1000000000", "count.too_large"),
        ("1,000,000,000.0", "count.too_large"),
    ],
)
def test_text_that_is_no_count(text: str, code: str) -> None:
    assert fault_of(read_count, text) == code


@given(st.integers(0, 10**8), st.sampled_from(["{}", "{:,}", " {} ", "{}.0", "{:,}.00"]))
def test_every_count_is_read_back(number: int, form: str) -> None:
    assert read_count(form.format(number)) == number


@pytest.mark.parametrize(("text", "value"), [("27.8", 27.8), ("129", 129.0), ("0", 0.0), ("1,234.5", 1234.5)])
def test_average(text: str, value: float) -> None:
    assert read_average(text) == value


@pytest.mark.parametrize("text", ["-1", "about 28", "27,8", "129,125", "nan", "inf", "1e2", "27.8%"])
def test_text_that_is_no_average(text: str) -> None:
    assert fault_of(read_average, text) == "average.not_a_number"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("WMP", "force.ambiguous"),
        ("British Transport Police", "force.outside"),
        ("PSNI", "force.outside"),
        ("Average", "force.not_a_force"),
        ("National average", "force.not_a_force"),
        ("MSG", "force.not_a_force"),
        ("Grand total", "force.not_a_force"),
        ("Narnia", "force.unknown"),
        ("", "force.unknown"),
    ],
)
def test_word_that_is_no_force(text: str, code: str) -> None:
    assert fault_of(read_force, text, national_directory()) == code


@pytest.mark.parametrize("text", ["Average", "MEAN", "msg average", "National", "England & Wales", "Totals", "Avg."])
def test_word_of_averages_and_totals(text: str) -> None:
    assert is_average_or_total(text)
    assert not national_directory().find(text)


@pytest.mark.parametrize("text", ["Norfolk", "West Mercia", "Open", "", "Nationality"])
def test_word_that_is_no_average(text: str) -> None:
    assert not is_average_or_total(text)


@pytest.mark.parametrize("reader", [read_kind, read_grade, read_status, read_date, read_count, read_average])
@given(
    text=st.one_of(
        st.text(max_size=20),
        st.from_regex(r"[\d/.,\- ()−²½٣]{1,12}", fullmatch=True),
        st.from_regex(r"\d{1,3}[ /.-][A-Za-z]{3,9}[ /.-]\d{2,5}", fullmatch=True),
    )
)
def test_any_text_is_understood_or_refused_by_a_fault(reader: Callable[[str], object], text: str) -> None:
    try:
        reader(text)
    except CellFault:
        return


def test_count_of_5000_digits_is_refused_by_a_fault() -> None:
    assert fault_of(read_count, "9" * 5000).startswith("count.")


@pytest.mark.parametrize(
    ("reader", "text"),
    [(read_date, "\u200e04/09/2023"), (read_grade, "2\u200b"), (read_count, "\ufeff104"), (read_average, "27.8\u200f")],
)
def test_marks_that_nobody_sees_make_no_difference(reader: Callable[[str], object], text: str) -> None:
    assert reader(text) == reader(text.strip("\u200b\u200e\u200f\ufeff"))


@pytest.mark.parametrize("text", ["Tuesday 4 September 2023", "Sun, 4 Sep 2023", "Mon 5th September 2023"])
def test_a_weekday_that_the_date_does_not_have_is_no_day_in_the_calendar(text: str) -> None:
    assert fault_of(read_date, text) == "date.impossible"
