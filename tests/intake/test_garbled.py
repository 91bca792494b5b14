"""Garbled text is told with the value as kept and as probably meant, and sound text is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.intake.garbled import before_read_twice, in_table, likely_table, without_ids, without_markup
from jasc_data.intake.problems import Problem
from jasc_data.intake.sheets import sheet_of
from tests.builders import checked, item, items_csv, told

WINDOWS = [
    "Vetting – the force’s “£5m” plan…",
    "Café, naïve, señor, Zürich, Ångström, façade, rôle",
    "10½ °C, 3 × 4, m², ±5%, §4, ©2023, €3, ¥5, ¿qué?",
    "é0, à1, a£b, X’é, –£?",
    "• first, — second, ‘third’, «fourth», à la carte, Ø none",
]
SOUND = [
    *WINDOWS,
    "CAFÉ’S, “ÉCLAIR”, SPASS”, Spaß”",
    "Llŷn, tŵr, Bôn-y-maen, D’Arcy",
    "√ done, √ 4, ✓ done, ✗ not",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    content = f'a,b\n1,"{text}"\n'
    assert sheet_of(content.encode(), "x.csv").problems == ()
    if text in WINDOWS:
        assert sheet_of(content.encode("cp1252"), "x.csv").problems == ()


@pytest.mark.parametrize("table", ["cp1252", "mac_roman", "cp850", "cp437"])
@pytest.mark.parametrize("text", ["PEEL – West Mercia", "the force’s plan", "café", "£5m", "tŵr", "naïve ✓"])
def test_utf_8_taken_for_another_table_is_told(table: str, text: str) -> None:
    read = "".join(character if character.isascii() else _as(table, character.encode()) for character in text)
    assert before_read_twice(read) == text


def test_utf_8_read_twice_over_is_told() -> None:
    twice = _as("cp1252", _as("cp1252", "–".encode()).encode())
    assert before_read_twice(f"PEEL {twice} West") == "PEEL – West"


def _as(table: str, content: bytes) -> str:
    return "".join(
        bytes([code]).decode(table) if table != "cp1252" or code not in b"\x81\x8d\x8f\x90\x9d" else chr(code)
        for code in content
    )


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x17F), min_size=1, max_size=6))
def test_any_text_read_twice_is_found_out(text: str) -> None:
    assert before_read_twice("x" + _as("cp1252", text.encode())) == f"x{text}" or before_read_twice(text) is not None


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("cp850", "Spend £5m"),
        ("cp850", "the café"),
        ("cp850", "français"),
        ("cp850", "können"),
        ("cp437", "the résumé"),
        ("mac_roman", "the café"),
        ("mac_roman", "don’t"),
        ("mac_roman", "Vetting – a thematic"),
        ("mac_roman", "“open” or “closed”"),
        ("mac_roman", "• one"),
    ],
)
def test_windows_text_of_another_table_is_told(table: str, text: str) -> None:
    read = text.encode(table).decode("cp1252")
    assert in_table(read, likely_table([read]) or "") == text


def problems_of(*cells: str, encoding: str = "utf-8") -> tuple[Problem, ...]:
    rows = "".join(f'R{row},"{cell}"\n' for row, cell in enumerate(cells, start=1))
    return sheet_of(f"Reference,Report\n{rows}".encode(encoding), "x.csv").problems


def test_the_first_cell_of_the_column_is_named_with_both_values() -> None:
    (found,) = problems_of("Custody", "Vetting â€“ a thematic", "Vetting â€“ a thematic")
    assert (found.code, found.severity, found.place) == ("text.mojibake", "warning", "Row 3, column B")
    assert (found.value, found.other) == ("Vetting â€“ a thematic", "Vetting – a thematic")
    assert found.message == (
        "The characters were garbled on the file's way (2 cells of the column are like it): "
        "it would be kept as 'Vetting â€“ a thematic', and 'Vetting – a thematic' was probably meant."
    )


def test_one_table_is_found_for_the_whole_file() -> None:
    """``‡`` is á on a Mac and ç in MS-DOS: what stands in other cells tells which."""
    (found,) = problems_of("français", "café", encoding="cp850")
    assert (found.code, found.value, found.other) == ("text.codepage", "fran‡ais", "français")
    (found,) = problems_of("Málaga", "café", encoding="mac_roman")
    assert (found.value, found.other) == ("M‡laga", "Málaga")


def test_characters_lost_are_told() -> None:
    (found,) = problems_of("Vetting \ufffd a thematic")
    assert (found.code, found.row_number) == ("text.lost", 2)


@pytest.mark.parametrize(
    ("kept", "meant"),
    [
        ("12;#Vetting", "Vetting"),
        ("12;#Vetting, misconduct and misogyny", "Vetting, misconduct and misogyny"),
        ("12;#Head of Crime;#15;#Head of Ops", "Head of Crime; Head of Ops"),
        (";#Open;#Late;#", "Open; Late"),
        ("string;#Open", "Open"),
        ("Vetting|8f3c0c5e-1d2a-4b3c-9d4e-0123456789ab", "Vetting"),
        ("12;#Vetting|8f3c0c5e-1d2a-4b3c-9d4e-0123456789ab", "Vetting"),
        ("Vetting; #2", None),
        ("see note;#3", None),
        ("a|b", None),
    ],
)
def test_ids_that_a_list_leaves_are_told(kept: str, meant: str | None) -> None:
    assert without_ids(kept) == meant
    found = problems_of(kept)
    assert [(entry.code, entry.value, entry.other) for entry in found] == (
        [("text.lookup_id", kept, meant)] if meant else []
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('="R1"', "R1"),
        ('=" R1 "', " R1 "),
        ('"=""R1"""', "R1"),
        ('"=""a, """"b"""""""', 'a, "b"'),
        ('= "007" ', "007"),
        ('=""', ""),
        ('="a"&"b"', '="a"&"b"'),
    ],
)
def test_text_forced_by_an_equals_sign(written: str, read: str) -> None:
    sheet = sheet_of(f"Reference,Kind\n{written},AFI\n".encode(), "x.csv")
    assert sheet.rows[1].cells == (read, "AFI")
    assert [found.code for found in sheet.problems] == (["sheet.equals_quoted"] if "&" not in written else [])


def test_rows_of_nothing_but_forced_blanks_are_blank() -> None:
    sheet = sheet_of(b'a,b\n="1",="2"\n="",=""\n', "x.csv")
    assert [row.cells for row in sheet.rows] == [("a", "b"), ("1", "2")]


def test_the_mark_with_which_ms_dos_ends_a_text_is_no_row() -> None:
    assert [row.cells for row in sheet_of(b"a,b\r\n1,2\r\n\x1a", "x.csv").rows] == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("kept", "meant"),
    [
        ("Vetting &amp; misconduct", "Vetting & misconduct"),
        ("R1&nbsp;", "R1"),
        ("the force&#39;s plan", "the force's plan"),
        ("the force&#x2019;s plan", "the force’s plan"),
        ("R1&#00; &#xd800; &amp;", "R1&#00; &#xd800; &"),
        ("<p>Vetting</p>", "Vetting"),
        ('<div class="ExternalClass1"><p>Vetting<br/>misconduct</p></div>', "Vetting misconduct"),
        ("[R1](https://portal.example/R1)", "R1"),
    ],
)
def test_the_marks_of_a_web_page_are_told(kept: str, meant: str) -> None:
    assert without_markup(kept) == meant
    for heading in ("reference", "report"):
        (found,) = told(checked(items_csv(item(**{"reference": "R1", heading: kept}))))
        assert (found.code, found.row_number) == ("text.markup", 2)
        assert f"'{kept}'" in found.message
        assert f"'{meant}'" in found.message
    assert told(checked(items_csv(item("R1", text=kept)))) == []  # which is no item's identity


@pytest.mark.parametrize(
    "text",
    ["R&D; S&P;", "a < b > c", "AT&T", "<TBC>", "[1] (see above)", "x; y & z", "https://portal.example", "<NULL>"],
)
def test_signs_that_are_no_marks_of_a_web_page_are_left_alone(text: str) -> None:
    assert without_markup(text) is None
