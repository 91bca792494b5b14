"""The uploader's file with its errors: every row where it stood, safe in a spreadsheet, read again without loss."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.documents.returned_file import file_with_errors
from jasc_data.wording.spreadsheet_text import as_written, safe
from tests.builders import checked

DAY = date(2023, 9, 4)


@pytest.mark.parametrize("text", ["=1+1", "+1 (a plus)", "-cmd", "@SUM(A1)", "\t=1", " =1", "|calc", "'=1"])
def test_what_a_spreadsheet_would_run_becomes_text_and_comes_back(text: str) -> None:
    assert safe(text).startswith("'")
    assert as_written(safe(text)) == text


@pytest.mark.parametrize("text", ["104", "-3", "27.8", "1,234", "Vetting, misconduct", "R-01", ""])
def test_plain_text_and_numbers_stay(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert as_written(safe(text)) == text or text.startswith("'")


def test_rows_stay_where_they_stood_and_tell_their_errors() -> None:
    content = b"Title row\n\nref,type,inspection,grade\nT1,Rec,Vetting,5\n=cmd|x,AFI,Custody,2\nT3,Thing,Custody,2\n"
    returned = file_with_errors(checked(content, DAY))
    assert returned is not None
    lines = returned.decode("utf-8-sig").split("\r\n")
    assert lines[2] == "ref,type,inspection,grade,Errors"
    assert "Error: Column D: '5' is not a grade." in lines[3]
    assert lines[4] == "'=cmd|x,AFI,Custody,2,"
    assert "'Thing' is not a kind" in lines[5]
    assert [(found.code, found.row_number) for found in checked(returned, DAY).errors] == [
        ("grade.unknown", 4),
        ("kind.unknown", 6),
    ]


def test_a_row_too_long_is_still_too_long_when_it_comes_back() -> None:
    content = b"ref,type,inspection\nT1,Rec,Vetting,stray\nT2,Rec,Vetting\n"
    returned = file_with_errors(checked(content, DAY))
    assert returned is not None
    assert [found.row_number for found in checked(returned, DAY).errors] == [2]


def test_a_file_that_cannot_be_read_has_no_rows_to_return() -> None:
    assert file_with_errors(checked(b"", DAY)) is None
