"""Bytes to cells: whatever the encoding, delimiter and line ends, the cells come out as they went in."""

import codecs
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from jasc_data.intake.reading import Sheet, Unreadable, column_letter, read_sheet

ENCODINGS = {
    "utf-8": (b"", "utf-8", "UTF-8"),
    "utf-8 with BOM": (codecs.BOM_UTF8, "utf-8", "UTF-8 with BOM"),
    "utf-16 little": (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    "utf-16 big": (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
}
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LINE_ENDS = ["\n", "\r\n", "\r"]
LOOKS_LIKE_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
PLAIN = "ab Z09.:-=@+#\"'éŵ漢😀\u200b\u00a0’–£"


def written(rows: list[list[str]], delimiter: str, line_end: str) -> str:
    """The rows as CSV, by the rules of RFC 4180 and none of Python's csv module."""

    def cell(text: str) -> str:
        needs_quotes = any(character in text for character in f'{delimiter}"\r\n')
        return '"' + text.replace('"', '""') + '"' if needs_quotes else text

    return "".join(delimiter.join(map(cell, row)) + line_end for row in rows)


def cells_of(sheet: Sheet) -> list[list[str]]:
    return [list(row.cells) for row in sheet.rows]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], str, str]:
    """Rows of two or more cells, a delimiter and a line end. Cells hold that delimiter, quotes and newlines."""
    delimiter = draw(st.sampled_from(list(DELIMITERS)))
    text = st.text(st.sampled_from(PLAIN + delimiter + "\n\r"), max_size=8).filter(lambda cell: cell[:1] != "'")
    width = draw(st.integers(2, 5))
    rows = draw(st.lists(st.lists(text, min_size=width, max_size=width), min_size=1, max_size=6))
    return [["x", *row] for row in rows], delimiter, draw(st.sampled_from(LINE_ENDS))


@given(tables(), st.sampled_from(list(ENCODINGS)))
def test_cells_come_out_as_they_went_in(table: tuple[list[list[str]], str, str], encoding: str) -> None:
    rows, delimiter, line_end = table
    bom, codec, name = ENCODINGS[encoding]

    sheet = read_sheet(bom + written(rows, delimiter, line_end).encode(codec))

    assert cells_of(sheet) == rows
    assert [row.number for row in sheet.rows] == list(range(1, len(rows) + 1))
    assert (sheet.encoding, sheet.delimiter) == (name, DELIMITERS[delimiter])


@given(tables(), st.lists(st.text("é£–’ü½ aB,", min_size=1, max_size=6), min_size=1, max_size=3))
def test_windows_text_comes_out_as_it_went_in(table: tuple[list[list[str]], str, str], words: list[str]) -> None:
    rows, delimiter, line_end = table
    rows = [[re.sub("[ŵ漢😀\u200b]", "£", cell) for cell in row] for row in rows]
    rows.append(["x", "é", *[word.replace(",", delimiter) for word in words], *["£"] * 4][: len(rows[0])])
    content = written(rows, delimiter, line_end).encode("cp1252")
    assume(not LOOKS_LIKE_UTF_8.search(content))  # such bytes are refused as mixed, on the safe side

    sheet = read_sheet(content)

    assert cells_of(sheet) == rows
    assert sheet.encoding == "Windows-1252"


@given(
    st.one_of(
        st.binary(max_size=60),
        st.lists(
            st.sampled_from([b",", b'"', b"\n", b"\r", b"a", b"\x00", b"\xff\xfe", b"\xe9", b"\xc3\xa9", b";", b"\xd8"])
        ).map(b"".join),
    )
)
def test_any_bytes_are_read_or_refused_with_a_problem(content: bytes) -> None:
    try:
        rows = read_sheet(content).rows
    except Unreadable:
        return
    assert any(len(row.cells) > 1 for row in rows)
    assert all(any(cell.strip() for cell in row.cells) for row in rows)


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    content = b'title\r\n\r\na,b\r\n1,"two\r\nlines\r\n"\r\n,\r\n3,4\r\n'

    assert [(row.number, row.cells) for row in read_sheet(content).rows] == [
        (1, ("title",)),
        (3, ("a", "b")),
        (4, ("1", "two\r\nlines\r\n")),
        (6, ("3", "4")),
    ]


def test_quotation_mark_inside_a_word_is_text() -> None:
    assert read_sheet(b'a,b\n5" screen,the "green" plan\n').rows[1].cells == ('5" screen', 'the "green" plan')


def test_mark_that_a_returned_file_was_guarded_with_is_taken_off() -> None:
    assert read_sheet(b"a,b\n'=1+1,'tis\n").rows[1].cells == ("=1+1", "'tis")


def test_file_that_is_both_is_utf_8() -> None:
    assert read_sheet("a,caf\u00e9\n".encode()).encoding == "UTF-8"
    assert read_sheet("a,caf\u00e9\n".encode("cp1252")).encoding == "Windows-1252"


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
def test_column_letter(index: int, letter: str) -> None:
    assert column_letter(index) == letter


@given(st.integers(0, 16383))
def test_column_letters_are_excels(index: int) -> None:
    assert column_letter(index) == get_column_letter(index + 1)


def test_semicolons_in_every_text_do_not_set_the_cells_apart() -> None:
    text = "; ".join(f"part {number}" for number in range(16))
    rows = "".join(f'R{number},West Mercia,AFI,"{text}"\n' for number in range(30))
    sheet = read_sheet(f"Reference,Force,Type,Recommendation\n{rows}".encode())
    assert sheet.delimiter == "comma"
    assert cells_of(sheet)[1] == ["R0", "West Mercia", "AFI", text]
