"""Leaving out blank cells changes nothing that is read, and what looks like one and is none stays."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.intake import workbook_sheet
from jasc_data.intake.workbook import read_workbook
from jasc_data.intake.workbook_blanks import without_blanks
from tests.workbooks import words, workbook_of

BLANK = '<c r="B2" s="1"/>'
cells = st.sampled_from(
    [
        "blank",
        "blank without a style",
        "blank without a place",
        "blank with a space",
        "words",
        "words without a place",
        "hidden in words",
    ]
)
rows = st.lists(
    st.tuples(st.sampled_from(["placed", "unplaced", "self-closing", "spaced"]), st.lists(cells, max_size=6)),
    max_size=8,
)


def cell(kind: str, place: str) -> str:
    return {
        "blank": f'<c r="{place}" s="1"/>',
        "blank without a style": f'<c r="{place}"/>',
        "blank without a place": '<c s="1"/>',
        "blank with a space": f'<c r="{place}" s="1" />\n',
        "words": words(place, f"at {place}"),
        "words without a place": '<c t="inlineStr"><is><t>next</t></is></c>',
        "hidden in words": words(place, f"<![CDATA[{BLANK}</row>]]>"),
    }[kind]


def row(kind: str, number: int, held: list[str]) -> str:
    inside = "".join(cell(one, f"{'ABCDEF'[place]}{number}") for place, one in enumerate(held))
    return {
        "placed": f'<row r="{number}">{inside}</row>',
        "unplaced": f"<row>{inside}</row>",
        "self-closing": f'<row r="{number}" ht="15"/>',
        "spaced": f'<row r="{number}" spans="1:6" >\n{inside} </row>\n',
    }[kind]


def parsed(sheet: bytes) -> list[object]:
    """What of a sheet could matter: each row with a cell and each cell with text, in the places they are given."""
    found: list[object] = []
    at = {"row": 0, "column": 0}

    def start(name: str, given: dict[str, str]) -> None:
        if name == "row":
            at.update(row=int(given.get("r", at["row"] + 1)), column=0)
        if name == "c":
            at["column"] = "ABCDEF".index(given["r"][0]) + 1 if "r" in given else at["column"] + 1

    def text(words: str) -> None:
        if words.strip():
            found.append((at["row"], at["column"], words.strip()))

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.buffer_text = True
    parser.Parse(sheet, True)
    return found


@given(rows, st.integers(1, 400))
def test_every_word_keeps_its_row_and_column(given_rows: list[tuple[str, list[str]]], size: int) -> None:
    body = "".join(row(kind, number * 2, held) for number, (kind, held) in enumerate(given_rows, 1))
    sheet = f'<?xml version="1.0"?><worksheet><sheetData>{body}</sheetData></worksheet>'.encode()
    chunks = [sheet[start : start + size] for start in range(0, len(sheet), size)]
    assert parsed(b"".join(without_blanks(chunks))) == parsed(sheet)


@pytest.mark.parametrize(
    "text",
    [f"<![CDATA[{BLANK}</row>]]>", f"<!--{BLANK}--></row>", f"<?note {BLANK}</row>?>"],
    ids=["text", "comment", "note"],
)
def test_what_only_looks_like_cells_stays(text: str) -> None:
    sheet = f'<row r="1">{text}</row><row r="2">{BLANK}</row><row r="3"></row>'.encode()
    assert b"".join(without_blanks([sheet, sheet])) == sheet + sheet


def test_cells_without_values_are_not_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table formatted far beyond its last row took 9.5 seconds for a million such cells."""
    read: list[dict[str, str]] = []
    start = workbook_sheet._SheetReader._start_cell

    def counted(self: workbook_sheet._SheetReader, given: dict[str, str]) -> None:
        read.append(given)
        start(self, given)

    monkeypatch.setattr(workbook_sheet._SheetReader, "_start_cell", counted)
    held = [f'<row r="{number}">{words(f"A{number}", "held")}</row>' for number in (1, 2)]
    blank = [
        f'<row r="{number}">{"".join(f"""<c r="{letter}{number}" s="1"/>""" for letter in "ABCDEFGH")}</row>'
        for number in range(3, 5000)
    ]
    assert len(read_workbook(workbook_of([*held, *blank]), None).rows) == 2
    assert len(read) <= 20


def test_a_row_longer_than_any_is_passed_on_as_it_is() -> None:
    chunk = b"<c/>" * 65536
    lightened = without_blanks([b'<row r="1">', *[chunk] * 40])
    assert max(map(len, lightened)) <= 3 * 1024 * 1024
