"""HMICFRS's deadlines in words: what day they give, how it is known, and what is never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.domain.vocabulary import DeadlineBasis
from jasc_data.intake.deadlines import Deadline, read_deadline
from jasc_data.intake.problems import CellFault

PUBLISHED = date(2022, 11, 2)


def fault_of(words: str, published: date | None) -> str:
    with pytest.raises(CellFault) as raised:
        read_deadline(words, published)
    return raised.value.code


@pytest.mark.parametrize("words", ["", "  ", "None", "No deadline", "N/A", "not applicable", "Not stated"])
def test_no_deadline(words: str) -> None:
    assert read_deadline(words, PUBLISHED) == Deadline(None, DeadlineBasis.NONE)


@pytest.mark.parametrize("words", ["Immediately", "IMMEDIATE", "with immediate effect", "At once."])
def test_immediately_is_the_day_of_publication(words: str) -> None:
    assert read_deadline(words, PUBLISHED) == Deadline(PUBLISHED, DeadlineBasis.IMMEDIATELY)


@pytest.mark.parametrize(
    "words",
    ["31/12/2023", "By 31 December 2023", "by 31st December 2023", "2023-12-31", "BY  31/12/2023", "31-Dec-2023"],
)
def test_date_is_stated(words: str) -> None:
    assert read_deadline(words, PUBLISHED) == Deadline(date(2023, 12, 31), DeadlineBasis.STATED)
    assert read_deadline(words, None) == read_deadline(words, PUBLISHED)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("By January 2024", date(2024, 1, 31)),
        ("By the end of March 2024", date(2024, 3, 31)),
        ("by end of Feb 2024", date(2024, 2, 29)),
        ("End of February 2023", date(2023, 2, 28)),
        ("April 2023", date(2023, 4, 30)),
        ("No later than Sept. 2023", date(2023, 9, 30)),
    ],
)
def test_month_ends_on_its_last_day_and_is_marked_worked_out(words: str, day: date) -> None:
    assert read_deadline(words, None) == Deadline(day, DeadlineBasis.WORKED_OUT)


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("Within three months", PUBLISHED, date(2023, 2, 2)),
        ("Within 3 months of publication", PUBLISHED, date(2023, 2, 2)),
        ("within three months of the publication of this report", PUBLISHED, date(2023, 2, 2)),
        ("Within three months of the date of publication", PUBLISHED, date(2023, 2, 2)),
        ("within the next six months", PUBLISHED, date(2023, 5, 2)),
        ("In 12 months", PUBLISHED, date(2023, 11, 2)),
        ("within a year", PUBLISHED, date(2023, 11, 2)),
        ("Within two years", PUBLISHED, date(2024, 11, 2)),
        ("within eighteen months", PUBLISHED, date(2024, 5, 2)),
        ("within twenty-four months", PUBLISHED, date(2024, 11, 2)),
        ("within 56 days of publication", PUBLISHED, date(2022, 12, 28)),
        ("within six weeks", PUBLISHED, date(2022, 12, 14)),
        ("within one day", PUBLISHED, date(2022, 11, 3)),
    ],
)
def test_time_from_publication_is_worked_out(words: str, published: date, day: date) -> None:
    assert read_deadline(words, published) == Deadline(day, DeadlineBasis.WORKED_OUT)


@pytest.mark.parametrize(
    ("published", "words", "day"),
    [
        (date(2022, 11, 30), "Within three months", date(2023, 2, 28)),
        (date(2023, 11, 30), "Within three months", date(2024, 2, 29)),
        (date(2023, 1, 31), "Within one month", date(2023, 2, 28)),
        (date(2023, 3, 31), "Within one month", date(2023, 4, 30)),
        (date(2023, 12, 31), "Within two months", date(2024, 2, 29)),
        (date(2024, 2, 29), "Within one year", date(2025, 2, 28)),
        (date(2023, 9, 30), "Within three months", date(2023, 12, 30)),
        (date(2023, 12, 15), "Within 12 months", date(2024, 12, 15)),
    ],
)
def test_month_that_is_too_short_ends_on_its_last_day(published: date, words: str, day: date) -> None:
    assert read_deadline(words, published).day == day


@pytest.mark.parametrize("words", ["Immediately", "Within three months", "within 56 days of publication"])
def test_publication_that_is_needed_and_not_given(words: str) -> None:
    assert fault_of(words, None) == "deadline.no_publication"


@pytest.mark.parametrize(
    "words", ["When resources allow", "Spring 2024", "Within ninety days", "within months", "By 2024", "By Januar 2024"]
)
def test_words_that_give_no_date_are_never_guessed(words: str) -> None:
    assert fault_of(words, PUBLISHED) == "deadline.not_understood"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("31/12/23", "date.two_digit_year"),
        ("By 31/12/23", "date.two_digit_year"),
        ("31/11/2023", "date.impossible"),
        ("By 31 November 2023", "date.impossible"),
        ("April 2203", "date.improbable"),
        ("45291", "date.excel_serial"),
    ],
)
def test_what_looks_like_a_date_and_is_none_is_a_fault_of_the_date(words: str, code: str) -> None:
    assert fault_of(words, PUBLISHED) == code


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_months_later_is_the_same_day_or_the_last_of_its_month(published: date, months: int) -> None:
    day = read_deadline(f"Within {months} months", published).day

    assert day is not None
    assert (day.year * 12 + day.month) - (published.year * 12 + published.month) == months
    assert day.day == published.day or (day.day < published.day and (day + timedelta(days=1)).day == 1)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 400))
def test_days_later_are_counted_one_by_one(published: date, days: int) -> None:
    assert read_deadline(f"within {days} days of publication", published).day == published + timedelta(days=days)


@given(
    st.one_of(
        st.text(max_size=30),
        st.from_regex(
            r"(by|within|in|before) (the )?[a-z0-9]{0,6} ?(days|months|May)?( of publication)?", fullmatch=True
        ),
    ),
    st.one_of(st.none(), st.just(PUBLISHED)),
)
def test_any_words_are_understood_or_refused_by_a_fault(words: str, published: date | None) -> None:
    if sum(character.isdigit() for character in words) > 3:
        return  # beyond the calendar: below
    try:
        deadline = read_deadline(words, published)
    except CellFault:
        return
    assert (deadline.day is None) == (deadline.basis is DeadlineBasis.NONE)


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("within 99999999 days", PUBLISHED),
        ("within 9999 years", PUBLISHED),
        ("Within three months", date(9999, 12, 31)),
        ("By January 0000", PUBLISHED),
        pytest.param(f"in {'9' * 5000} days", PUBLISHED, id="5000 digits"),
    ],
)
def test_deadline_beyond_the_calendar_is_refused_by_a_fault(words: str, published: date) -> None:
    assert fault_of(words, published) == "deadline.not_understood"


@pytest.mark.parametrize(
    "words", ["No later than 31 December 2023", "not later than 31/12/2023", "By the 31 December 2023"]
)
def test_no_later_than_a_date_is_that_date(words: str) -> None:
    assert read_deadline(words, PUBLISHED) == Deadline(date(2023, 12, 31), DeadlineBasis.STATED)


def test_before_a_month_is_not_the_end_of_it() -> None:
    try:
        understood: object = read_deadline("Before January 2024", PUBLISHED).day
    except CellFault as fault:
        understood = fault.code

    assert understood in (date(2023, 12, 31), "deadline.not_understood")


@pytest.mark.parametrize(
    ("words", "day"),
    [("Within 3 months from publication", date(2023, 2, 2)), ("By end March 2024", date(2024, 3, 31))],
)
def test_common_words_for_the_same(words: str, day: date) -> None:
    assert read_deadline(words, PUBLISHED).day == day
