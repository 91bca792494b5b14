"""Hostile text over every path out: no formula, no direction that outlives it, no command to a terminal."""

import csv
import io
import json
import unicodedata
from datetime import UTC, date, datetime

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from jasc_data.answers.agenda.answer import Event, Matter
from jasc_data.documents.calendar_file import calendar_ics
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.native_charts import printable
from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.drawing.tables.csv_table import csv_table
from jasc_data.drawing.tables.html_table import html_table
from jasc_data.drawing.tables.markdown_table import markdown_table
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.drawing.tables.xlsx_table import xlsx_table
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.outside_text import isolated, json_text, undirected, without_controls
from jasc_data.wording.spreadsheet_text import as_written, safe

OVERRIDE = "Vetting \u202e2023\u2067 reviewed"
RUN = ("=", "+", "-", "@", "|", "%")
hostile = st.text(
    st.sampled_from(
        "=+-@|%'\" \t\r\n\x00\x1b\x07\u202a\u202e\u202c\u2066\u2067\u2069\u200f\ufeff\uff1d\uff0b\uff20a1אé"
    ),
    max_size=12,
)


def ends_where_it_ends(text: str) -> bool:
    """True when nothing that turns the direction is open at the text's end or closes what stands before it."""
    open_: list[str] = []
    for letter in text:
        if letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            open_.append("\u202c" if letter < "\u2060" else "\u2069")
        elif letter in "\u202c\u2069" and (not open_ or open_.pop() != letter):
            return False
    return not open_


def would_run(text: str) -> bool:
    """As a spreadsheet reads a cell of a CSV file, with full-width letters as they are and what is not seen left out."""
    seen = unicodedata.normalize("NFKC", text)
    bare = "".join(letter for letter in seen if unicodedata.category(letter) not in ("Cc", "Cf")).lstrip()
    return bare.startswith(RUN)


@pytest.mark.parametrize("text", [
    "\x00=1", "\x00", "\uff1d1+1", "\uff0bcmd", "\uff0dcmd", "\uff20SUM", "\ufeff=1", "\u202e=1", "\u200b@x", "\x1b=1", "\r", "\t",
])  # fmt: skip
def test_what_a_spreadsheet_may_take_for_a_formula_becomes_text_and_comes_back(text: str) -> None:
    assert safe(text).startswith("'")
    assert as_written(safe(text)) == text


@pytest.mark.parametrize("text", ["−3", "-3", "1,234.5", "104", "(=1)", "a=b", "Å", "１２"])
def test_numbers_and_words_stay(text: str) -> None:
    assert safe(text) == text


@given(hostile)
def test_no_text_is_run_and_every_text_comes_back(text: str) -> None:
    made = safe(text)
    assert made.startswith("'") or not would_run(text) or made.lstrip("-").replace(",", "").replace(".", "").isdecimal()
    assert as_written(made) == text or text.startswith("'")


@given(hostile)
def test_directions_end_with_the_text(text: str) -> None:
    made = isolated(text)
    assert ends_where_it_ends(made)
    assert isolated(made) == made
    assert made == text or made.startswith("\u2068")


@given(hostile)
def test_a_sentence_with_it_says_nothing_of_directions(text: str) -> None:
    """Else the figures behind a name would be turned as well: 12 would read as 21."""
    for made in (undirected(text), plain(f"{text} has 12 of 144"), printable(f"{text} has 12 of 144")):
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f") & set(made)


def test_text_without_directions_stays_as_it_is() -> None:
    for text in ("", "Vetting, misconduct", "Gwasanaeth Heddlu", "שלום", "é"):
        assert isolated(text) == text


@given(hostile)
def test_a_terminal_is_told_nothing(text: str) -> None:
    assert not [
        letter for letter in without_controls(text) if unicodedata.category(letter) == "Cc" and letter not in "\n\t"
    ]


def table(text: str) -> TableSpec:
    columns = (Column("Report"), Column("Due", Format.SHORT_DATE), Column("Open", Format.COUNT))
    return TableSpec(columns, rows_of([(text, date(2023, 9, 12), 104)]), "What is due")


@given(hostile)
def test_every_kind_of_table_sets_it_apart(text: str) -> None:
    made = table(text)
    rows = list(csv.reader(io.StringIO(csv_table(made, (text,)).decode("utf-8-sig"), newline="")))
    assert rows[-1][-1] == "104"
    assert not [cell for row in rows for cell in row if would_run(cell) and not cell.startswith("'")]
    for written in (
        rows[-1][0],
        *terminal_table(made),
        str(html_table(made, str)),
        str(markdown_table(made)),
        plain(text),
    ):
        assert ends_where_it_ends(written)


def test_a_workbook_holds_text_and_numbers() -> None:
    for text in (OVERRIDE, "=1+1", "\x00\x1b=cmd"):
        (sheet,) = load_workbook(io.BytesIO(xlsx_table(table(text), (text,)))).worksheets
        words, _, figure = list(sheet.iter_rows())[-1]
        assert (words.data_type, figure.value) == ("s", 104)
        assert ends_where_it_ends(str(words.value))


def test_word_and_charts_take_only_what_is_set_apart() -> None:
    """``printable`` is what both write every text with (the contract of drawing)."""
    assert ends_where_it_ends(printable(OVERRIDE))
    document = Document()
    document.add_paragraph(printable(f"\x00\x1b{OVERRIDE}"))
    kept = io.BytesIO()
    document.save(kept)
    (paragraph,) = Document(kept).paragraphs
    assert ends_where_it_ends(paragraph.text)
    assert "\x1b" not in paragraph.text


def test_a_calendar_sets_it_apart() -> None:
    event = Event("k", next(iter(Matter)), date(2023, 9, 12), date(2023, 9, 12), OVERRIDE, OVERRIDE)
    provenance = Provenance("Source: exports", "")
    made = Calendar.from_ical(calendar_ics("West Mercia", [event], provenance, datetime(2023, 9, 1, tzinfo=UTC)))
    (entry,) = made.walk("VEVENT")
    assert ends_where_it_ends(str(entry["summary"]))
    assert ends_where_it_ends(str(entry["description"]))


@given(st.text(st.sampled_from('\x1b\x7f\x80\x9b\x9f\u202e\u2028\u2069 \n"\\\\aé'), max_size=12))
def test_json_says_the_same_and_commands_no_terminal(text: str) -> None:
    said = json_text({"name": text}, indent=2)
    assert json.loads(said) == {"name": text}
    assert not [letter for letter in said if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cf", "Zl")]
