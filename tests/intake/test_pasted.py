"""A pasted table becomes the file that the importer reads: whichever program it came from, and nothing in silence."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.layouts import Layout
from jasc_data.intake.pasted import looked_at, pasted_cells, pasted_csv
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.uploads.understood import understood
from jasc_data.uploads.understood_table import understood_table
from tests.builders import AFI, COC, GROUPS, HOME, PAPER_DAY, REC, TODAY
from tests.tables import as_read

CONTEXT = CheckContext(national_directory(), HOME, GROUPS, TODAY)


def understood_as_shown(checked: CheckedFile) -> pd.DataFrame:
    """The table of figures as a person reads it before anything is kept."""
    return as_read(understood_table(understood(checked.uploads), HOME))


NAMES = ("D&C", "Glouc", "Norfolk", "North York", "Suffolk", "Warks", "West Mer", "Wilts")
FULL = (
    "Devon & Cornwall",
    "Gloucestershire",
    "Norfolk",
    "North Yorkshire",
    "Suffolk",
    "Warwickshire",
    "West Mercia",
    "Wiltshire",
)
FIGURES = {
    COC: (3, 12, 3, 3, 6, 6, 6, 9),
    REC: (71, 110, 93, 106, 115, 108, 104, 146),
    AFI: (32, 36, 22, 42, 14, 49, 34, 36),
}
PAPER = {(force, kind): row[place] for kind, row in FIGURES.items() for place, force in enumerate(FULL)}
WORD = (
    "\tD&C\tGlouc\tNorfolk\tNorth York\tSuffolk\tWarks\tWest Mer\tWilts\tAverage\n"
    "CoCs\t3\t12\t3\t3\t6\t6\t6\t9\t6\n"
    "Recs\t71\t110\t93\t106\t115\t108\t104\t146\t106.625\n"
    "AFIs\t32\t36\t22\t42\t14\t49\t34\t36\t33.125\n"
)
BROKEN_IN_WORD = WORD.replace("North York", "North\nYork").replace("CoCs", "Causes of\nconcern")
QUOTED_BY_EXCEL = WORD.replace("North York", '"North\nYork"').replace("CoCs", '"Causes of\nconcern"')
PDF = """ D&C Glouc Norfolk North\x20
York\x20

Suffolk Warks West Mer Wilts Average\x20
CoCs 3 12 3 3 6 6 6 9 6\x20
Recs 71 110 93 106 115 108 104 146 106.625\x20
AFIs 32 36 22 42 14 49 34 36 33.125\x20

"""
FORCES_DOWN = "Force\tAFIs\tCoCs\tRecs\n" + "".join(
    f"{name}\t{FIGURES[AFI][place]}\t{FIGURES[COC][place]}\t{FIGURES[REC][place]}\n" for place, name in enumerate(NAMES)
)


def read(text: str) -> CheckedFile:
    return check_file(pasted_csv(text, CONTEXT.directory), "pasted-figures.csv", UploadRequest(PAPER_DAY), CONTEXT)


def figures(text: str) -> dict[tuple[str, Kind], int]:
    """The figures of a table that is read without a word."""
    checked = read(text)
    assert checked.problems == (), [found.sentence for found in checked.problems]
    return {(cell.force, cell.kind): cell.open for cell in checked.uploads[0].positions}


def refused(text: str) -> list[tuple[str, int | None, str | None, str | None]]:
    return [(found.code, found.row_number, found.column_letter, found.value) for found in read(text).errors]


@pytest.mark.parametrize(
    "text",
    [
        WORD,
        WORD.replace("\n", "\r\n"),
        WORD.replace("\t", "\xa0\t "),
        BROKEN_IN_WORD,
        QUOTED_BY_EXCEL,
        PDF,
        WORD.replace("\t", ","),
        WORD.replace("\t", ";"),
        WORD.replace("\t", "   "),
        "HMICFRS: JASC Update\n" + WORD,
        FORCES_DOWN,
    ],
    ids="word windows spaces broken-cells excel pdf commas semicolons wide-gaps title forces-down".split(),
)
def test_the_papers_table_gives_its_figures(text: str) -> None:
    assert figures(text) == PAPER


def test_the_columns_may_stand_in_any_order() -> None:
    swapped = (
        WORD.replace("Suffolk\tWarks", "Warks\tSuffolk").replace("115\t108", "108\t115").replace("14\t49", "49\t14")
    )
    assert figures(swapped) == PAPER


def test_a_row_that_is_missing_is_not_held() -> None:
    without = "\n".join(line for line in WORD.split("\n") if not line.startswith("Recs"))
    assert figures(without) == {cell: number for cell, number in PAPER.items() if cell[1] is not REC}


@pytest.mark.parametrize(
    "text", [WORD.replace("\t104\t146\t106.625", "\t\t146\t"), WORD.replace("\t104\t146\t106.625", "\t \t146\t\xa0")]
)
def test_a_blank_cell_is_not_held_and_never_0(text: str) -> None:
    assert figures(text) == {cell: number for cell, number in PAPER.items() if cell != ("West Mercia", REC)}


def test_a_blank_cell_at_the_end_of_the_last_row_is_kept() -> None:
    assert figures(WORD.replace("\t36\t33.125\n", "\t\t")) == {
        cell: number for cell, number in PAPER.items() if cell != ("Wiltshire", AFI)
    }


@pytest.mark.parametrize("mark", "*†‡¹a")
def test_a_figure_with_a_footnotes_mark_is_refused_with_its_row_and_column(mark: str) -> None:
    assert refused(WORD.replace("\t104\t", f"\t104{mark}\t")) == [("count.not_a_number", 3, "H", f"104{mark}")]
    assert refused(PDF.replace(" 104 ", f" 104{mark} ")) == [("count.not_a_number", 3, "H", f"104{mark}")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PDF.replace(" 104 ", " "), "row.shape"),  # one blank apart, a blank cell leaves no trace
        (WORD.replace("CoCs\t3\t12", "CoCs\t3"), "row.shape"),
        (WORD.replace("West Mer", "WMP"), "force.ambiguous"),
        (WORD.replace("West Mer", "Mercia West"), "force.unknown"),
        (WORD.replace("Recs", "Wishes"), "kind.unknown"),
        (WORD.replace("Recs", "CoCs"), "positions.duplicate"),
        ("Good morning", "headings.not_found"),
        ("\n\n", "file.not_table"),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_importers_own_words(text: str, code: str) -> None:
    assert code in [found[0] for found in refused(text)]


def test_an_average_that_does_not_agree_is_said() -> None:
    assert [found.code for found in read(WORD.replace("106.625", "107.2")).warnings] == ["average.differs"]


def test_the_table_is_shown_as_it_was_understood() -> None:
    text = (
        WORD.replace("\t104\t146\t106.625", "\t\t146\t")
        .replace("Average", "National average")
        .replace("\t33.125", "\t27.8")
    )
    table = understood_as_shown(looked_at(pasted_csv(text, CONTEXT.directory), "x.csv", CONTEXT))
    assert list(table.columns) == [*FULL, "National average"]
    assert list(table.index) == ["Causes of concern", "Recommendations", "Areas for improvement (AFIs)"]
    assert list(table["West Mercia"]) == ["6", "not held", "34"]
    assert list(table["National average"]) == ["6.0", "not held", "27.8"]


def test_a_table_of_many_forces_is_shown_with_the_forces_down() -> None:
    text = "Force\tRecs\n" + "".join(f"{force}\t100\n" for force in CONTEXT.directory.names)
    table = understood_as_shown(looked_at(pasted_csv(text, CONTEXT.directory), "x.csv", CONTEXT))
    assert list(table.index) == list(CONTEXT.directory.names)
    assert list(table.loc["Kent"]) == ["not held", "100", "not held"]


def test_a_table_with_its_own_dates_is_looked_at_as_well() -> None:
    text = "Force\tAs at\tRecs\nKent\t04/08/2023\t100\nKent\t04/09/2023\t90\n"
    checked = looked_at(pasted_csv(text, CONTEXT.directory), "x.csv", CONTEXT)
    assert [upload.as_of for upload in checked.uploads] == [date(2023, 8, 4), date(2023, 9, 4)]
    assert list(understood_as_shown(checked).columns) == ["Kent, 4 Aug 2023", "Kent, 4 Sep 2023"]


counts = st.one_of(st.none(), st.integers(0, 2000))
tables = st.lists(st.sampled_from(CONTEXT.directory.names), min_size=2, max_size=9, unique=True).flatmap(
    lambda forces: st.fixed_dictionaries(
        {force: st.fixed_dictionaries(dict.fromkeys(Kind, counts)) for force in forces}
    )
)


@given(tables, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_any_table_is_read_as_it_stands_whichever_way_round(
    table: dict[str, dict[Kind, int | None]], across: bool, line_end: str
) -> None:
    def cell(number: int | None) -> str:
        return "" if number is None else str(number)

    if across:
        rows = [["", *table], *([kind.plural, *(cell(of[kind]) for of in table.values())] for kind in Kind)]
    else:
        rows = [
            ["Force", *(kind.plural for kind in Kind)],
            *([name, *(cell(of[kind]) for kind in Kind)] for name, of in table.items()),
        ]
    expected = {
        (force, kind): number for force, of in table.items() for kind, number in of.items() if number is not None
    }
    checked = read(line_end.join("\t".join(row) for row in rows))
    if not expected:
        assert [found.code for found in checked.errors] == ["positions.nothing"]
        return
    assert checked.layout == (Layout.PAPER if across else Layout.BY_FORCE)
    assert checked.errors == ()
    assert {(cell.force, cell.kind): cell.open for cell in checked.uploads[0].positions} == expected


@given(st.text(alphabet="\t\n\r ,;|\"'*0123456789.CoRecsAFI\xa0†", max_size=80))
def test_whatever_is_pasted_is_a_table_or_is_refused(text: str) -> None:
    content = pasted_csv(text, CONTEXT.directory)
    assert list(csv.reader(io.StringIO(content.decode(), newline=""))) == pasted_cells(text, CONTEXT.directory)
    assert read(text).errors or read(text).uploads


@given(st.lists(st.lists(st.text(alphabet="abc 12*†", min_size=1, max_size=6), min_size=2, max_size=2), min_size=1))
def test_cells_between_tabs_are_left_as_they_are(rows: list[list[str]]) -> None:
    assert pasted_cells("\n".join("\t".join(row) for row in rows), CONTEXT.directory) == rows
