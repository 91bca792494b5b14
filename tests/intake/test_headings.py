"""Layouts, headings and synonyms; and that whatever is written in any of them is read back as it was meant."""

import codecs
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.vocabulary import ExportType, Grade, Kind, Status
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from tests.builders import told

AS_OF = date(2023, 9, 4)
FORCES = {force.name: (force.name, force.formal_name, *force.aliases) for force in national_directory().forces}
KINDS = {
    Kind.CAUSE_OF_CONCERN: ("CoC", "CoCs", "Cause of concern", "Causes of concern", "ACoC"),
    Kind.RECOMMENDATION: ("Rec", "Recs", "Recommendation", "Recommendations"),
    Kind.AFI: ("AFI", "AFIs", "Area for improvement", "Areas for improvement"),
}
GRADES = {
    grade: (grade.value, f"L{grade.value}", f"Level {grade.value}", f"grade {grade.value}")
    for grade in Grade
    if grade is not Grade.NOT_GRADED
} | {Grade.NOT_GRADED: ("not graded", "N/A")}
STATUSES = {
    Status.OPEN: ("Open", "new"),
    Status.IN_PROGRESS: ("In progress", "ongoing"),
    Status.AWAITING_SIGN_OFF: ("Awaiting sign-off", "pending sign off"),
    Status.CLOSED: ("Closed", "signed off"),
    Status.SUPERSEDED: ("Superseded",),
    Status.NOT_FOR_FORCE: ("Not for the force",),
}
SYNONYMS = {  # section 3 of the design
    "reference": "reference|ref|id|portal reference",
    "force": "force",
    "kind": "kind|type|category",
    "report": "report|report title|inspection|publication",
    "report_type": "report_type",
    "report_published": "report_published|published|publication date",
    "number": "number|no",
    "text": "text|recommendation|description|wording",
    "addressee": "addressee|directed at",
    "grade": "grade|level",
    "status": "status|state|progress",
    "lead": "lead|strategic lead|owner",
    "deadline": "deadline|due|due date|HMICFRS deadline",
    "target_date": "target_date|local target|revised date",
    "overdue_reason": "overdue_reason|reason|rationale",
    "steps_to_green": "steps_to_green|steps|actions|update",
    "closed_on": "closed_on|date closed",
    "as_of": "as_of|as at|position date",
    "cause_of_concern": "cause_of_concern",
}
LOOKS_LIKE_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
TITLES = [
    ["West Mercia Police"],
    ["Open items at 4 September 2023"],
    ["", "OFFICIAL"],
    [],
    ["Page 1 of 1", "", "Portal"],
]


def check(content: bytes, **request: object) -> CheckedFile:
    context = CheckContext(national_directory(), "West Mercia", PeerGroups({}), date(2024, 1, 31))
    return check_file(content, "export.csv", UploadRequest(AS_OF, **request), context)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Form:
    """How a file is written: all that may differ without a difference in meaning."""

    encoding: tuple[bytes, str]  # a byte order mark, or none, and the codec
    delimiter: str
    line_end: str
    titles: list[list[str]]
    chance: random.Random

    def bytes_of(self, rows: list[list[str]]) -> bytes:
        text = "".join(self.delimiter.join(map(self._cell, row)) + self.line_end for row in [*self.titles, *rows])
        bom, codec = self.encoding
        content = bom + text.encode(codec)
        assume(codec != "cp1252" or not LOOKS_LIKE_UTF_8.search(content))  # refused as mixed, on the safe side
        return content

    def _cell(self, text: str) -> str:
        needs_quotes = any(character in text for character in f'{self.delimiter}"\r\n')
        return '"' + text.replace('"', '""') + '"' if needs_quotes else text


forms = st.builds(
    Form,
    encoding=st.sampled_from(
        [
            (b"", "utf-8"),
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (b"", "cp1252"),
        ]
    ),
    delimiter=st.sampled_from(",;\t"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    titles=st.lists(st.sampled_from(TITLES), max_size=4),
    chance=st.integers(0, 10**6).map(random.Random),
)


def dressed(heading: str, chance: random.Random) -> str:
    """The heading in any case, with any spaces and punctuation."""
    words = heading.replace("_", " ").split(" ")
    joined = chance.choice([" ", "  ", "_", "-", ". "]).join(words)
    cased = chance.choice([str.lower, str.upper, str.title, str.capitalize])(joined)
    return chance.choice(["", " "]) + cased + chance.choice(["", ":", " ", ".", "*"])


# --- items


words = st.text("abcXYZ 019'’é–£?!", max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
texts = st.builds(  # at most three delimiters of another kind: more can outweigh the true one, see the fault corpus
    lambda start, rest, inner: (start + "".join(rest) + inner).strip(),
    words,
    st.lists(st.sampled_from([",", ";", "\t", '"', "\n", "\r\n", '""', " = "]), max_size=3),
    words,
).filter(lambda text: text[:1] != "'")  # the reader takes it for the mark of a returned file
days = st.dates(date(2015, 1, 1), date(2030, 1, 1))


@st.composite
def items(draw: st.DrawFn) -> dict[str, object]:
    kind = draw(st.sampled_from(list(Kind)))
    status = draw(st.sampled_from(list(Status)))
    return {
        "force": draw(st.sampled_from(list(FORCES))),
        "kind": kind,
        "report": draw(words.filter(lambda title: any(letter.isalpha() for letter in title))),
        "report_type": draw(st.one_of(st.none(), words)),
        "report_published": draw(st.one_of(st.none(), days.filter(lambda day: day <= AS_OF))),
        "number": draw(st.one_of(st.none(), st.integers(1, 99).map(str))),
        "text": draw(st.one_of(st.none(), texts)),
        "grade": Grade.NOT_GRADED if kind is Kind.CAUSE_OF_CONCERN else draw(st.sampled_from(list(Grade))),
        "status": status,
        "lead": draw(st.one_of(st.none(), words)),
        "target_date": draw(st.one_of(st.none(), days)),
        "closed_on": None if status.counts_as_open else draw(st.one_of(st.none(), days)),
    }


def spelt(value: object, field: str, chance: random.Random) -> str:
    """The value in one of the ways that people write it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return chance.choice(["{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0.day} {0:%b %Y}", "{0:%d-%B-%Y}"]).format(value)
    spellings = {"force": FORCES, "kind": KINDS, "grade": GRADES, "status": STATUSES}.get(field)
    if spellings is None:
        return str(value)
    return chance.choice(spellings[value])  # type: ignore[index]


@given(st.lists(items(), min_size=1, max_size=5), forms)
def test_items_are_read_back(records: list[dict[str, object]], form: Form) -> None:
    chance = form.chance
    records = [{"reference": f"WM-{number:03}", **record} for number, record in enumerate(records)]
    fields = list(records[0])
    chance.shuffle(fields)
    rows = [[dressed(chance.choice(SYNONYMS[field].split("|")), chance) for field in fields]]
    rows += [[spelt(record[field], field, chance) for field in fields] for record in records]
    content = form.bytes_of(rows)

    checked = check(content, covers_forces=("all",))

    assert [found.sentence for found in told(checked)] == []
    assert checked.export_type is ExportType.ITEMS
    read = [{field: getattr(item.row, field) for field in records[0]} for item in checked.uploads[0].items]
    assert read == records


# --- positions


Cells = dict[tuple[str, Kind], int | None]


@st.composite
def positions(draw: st.DrawFn) -> Cells:
    """Counts of two to six forces, in two or three kinds; None is not held. Something is held."""
    forces = draw(st.lists(st.sampled_from(list(FORCES)), min_size=2, max_size=6, unique=True))
    kinds = draw(st.lists(st.sampled_from(list(Kind)), min_size=2, max_size=3, unique=True))
    counts = st.one_of(st.none(), st.integers(0, 2000))
    cells = {(force, kind): draw(counts) for force in forces for kind in kinds}
    return cells | {(forces[0], kinds[0]): draw(st.integers(0, 2000))}


def number(count: int | None, chance: random.Random) -> str:
    return "" if count is None else chance.choice(["{}", "{:,}", "{}.0"]).format(count)


def by_force(cells: Cells, chance: random.Random) -> list[list[str]]:
    forces, kinds = _edges(cells)
    heading = [chance.choice(["Force", "force name", "POLICE FORCE", ""])]
    heading += [dressed(chance.choice(KINDS[kind]), chance) for kind in kinds]
    return [heading] + [
        [chance.choice(FORCES[force]), *[number(cells[force, kind], chance) for kind in kinds]] for force in forces
    ]


def paper(cells: Cells, chance: random.Random) -> list[list[str]]:
    forces, kinds = _edges(cells)
    heading = [chance.choice(["", "Kind", "Open at 4 September"]), *[chance.choice(FORCES[force]) for force in forces]]
    return [heading] + [
        [chance.choice(KINDS[kind]), *[number(cells[force, kind], chance) for force in forces]] for kind in kinds
    ]


def long(cells: Cells, chance: random.Random) -> list[list[str]]:
    order = ["force", "kind", "open"]
    chance.shuffle(order)
    synonyms = {"force": ["force"], "kind": ["kind", "type"], "open": ["open", "count", "open items"]}
    rows = [[dressed(chance.choice(synonyms[field]), chance) for field in order]]
    for (force, kind), count in cells.items():
        words = {"force": chance.choice(FORCES[force]), "kind": chance.choice(KINDS[kind])}
        rows.append([(words | {"open": number(count, chance)})[field] for field in order])
    return rows


def _edges(cells: Cells) -> tuple[list[str], list[Kind]]:
    return list(dict.fromkeys(force for force, _ in cells)), list(dict.fromkeys(kind for _, kind in cells))


@pytest.mark.parametrize("layout", [by_force, paper, long])
@given(cells=positions(), form=forms)
def test_positions_are_read_back(
    layout: Callable[[Cells, random.Random], list[list[str]]], cells: Cells, form: Form
) -> None:
    rows = layout(cells, form.chance)

    checked = check(form.bytes_of(rows))

    assert [found.sentence for found in checked.problems] == []
    assert checked.export_type is ExportType.POSITIONS
    read = {(cell.force, cell.kind): cell.open for cell in checked.uploads[0].positions}
    assert read == {place: count for place, count in cells.items() if count is not None}
    assert all(cell.grade is None for cell in checked.uploads[0].positions)


@given(
    st.dictionaries(st.sampled_from(list(FORCES)), st.lists(st.integers(0, 99), min_size=5, max_size=5), min_size=1),
    st.booleans(),
    st.integers(0, 10**6),
)
def test_grades_are_read_back_with_their_total(counts: dict[str, list[int]], total: bool, seed: int) -> None:
    chance = random.Random(seed)
    rows = [["Force", "Kind", "Level", "Open"]]
    for force, grades in counts.items():
        rows += [[force, "Rec", "", str(sum(grades))]] if total else []
        rows += [[force, "Rec", chance.choice(GRADES[g]), str(n)] for g, n in zip(Grade, grades, strict=True)]

    checked = check("\n".join(",".join(row) for row in rows).encode())

    assert [found.sentence for found in checked.problems] == []
    read = {(cell.force, cell.grade): cell.open for cell in checked.uploads[0].positions}
    expected: dict[tuple[str, Grade | None], int] = {(force, None): sum(grades) for force, grades in counts.items()}
    expected |= {(force, g): n for force, grades in counts.items() for g, n in zip(Grade, grades, strict=True)}
    assert read == expected


# --- one by one


@pytest.mark.parametrize(
    ("field", "synonym"), [(field, word) for field, words in SYNONYMS.items() for word in words.split("|")]
)
def test_synonym_of_the_design_is_known(field: str, synonym: str) -> None:
    needed = {"reference": "Reference", "kind": "Kind", "report": "Report"} | {field: synonym}
    values = {"kind": "AFI", "force": "West Mercia", "grade": "2", "status": "Open", "addressee": "Chief constables"}
    values |= dict.fromkeys(("report_published", "deadline", "target_date", "as_of"), "04/09/2023")
    values["closed_on"] = "05/09/2023"  # after the export: a closing date before it is asked about
    row = [values.get(name, f"some {name}") for name in needed]

    checked = check(f"{','.join(needed.values())}\n{','.join(row)}\n".encode())

    assert [found.sentence for found in told(checked)] == []
    assert {column.heading: column.field for column in checked.columns} == {word: name for name, word in needed.items()}
    assert len(checked.uploads[0].items) == 1


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("Reference,Kind,Report", "a row per item"),
        ("Number,Type,Inspection", "a row per item"),
        ("Reference,Kind,Report,Open", "a row per item"),
        ("Force,Kind,Open", "positions, a row per force and kind"),
        ("Open,Force,Kind,Grade,As at", "positions, a row per force and kind"),
        ("Force,CoCs,Recs,AFIs", "positions, forces down and kinds across"),
        ("Force,AFIs", "positions, forces down and kinds across"),
        (",Recs,AFIs", "positions, forces down and kinds across"),
        (",D&C,Glouc", "positions, kinds down and forces across"),
        ("Open at 4 September,D&C,Average,National average,Norfolk", "positions, kinds down and forces across"),
    ],
)
def test_layout(headings: str, layout: str) -> None:
    assert check(f"{headings}\n".encode()).layout == layout


@pytest.mark.parametrize(
    "headings", ["Kind,Report", "Force,Kind", ",D&C", ",WMP,Recs", ",Recs", "West Mercia,6,104,34"]
)
def test_headings_that_are_not_enough(headings: str) -> None:
    checked = check(f"{headings}\n1,2,3,4\n".encode())

    assert checked.layout is None
    assert [found.code for found in checked.problems] in (
        ["headings.missing"],
        ["headings.not_found"],
        ["headings.none"],
    )


def test_first_row_that_is_complete_holds_the_headings() -> None:
    content = b"Kind of report,Report of kinds\n\nReference,Kind,Report\nReference,AFI,Report\n"
    checked = check(content)

    assert checked.heading_row == 3
    assert [(item.row.row_number, item.row.reference) for item in checked.uploads[0].items] == [(4, "Reference")]


def test_headings_are_looked_for_in_the_first_200_rows_and_the_limit_is_said() -> None:
    below = b"Force,CoCs,Recs\nWest Mercia,6,104\n"

    assert check(b"title,of some kind\n" * 199 + below).heading_row == 200
    (found,) = check(b"title,of some kind\n" * 200 + below).problems
    assert (found.code, found.message) == (
        "headings.not_found",
        "No row of headings was recognised in the first 200 rows.",
    )


def test_items_without_a_force_column_are_the_home_forces_or_those_of_the_force_named() -> None:
    content = b"Reference,Kind,Report\n1,AFI,PEEL\n"

    assert check(content).uploads[0].forces == ("West Mercia",)
    assert check(content, force="Suffolk").uploads[0].items[0].row.force == "Suffolk"


def test_both_layouts_of_the_paper_hold_the_same_figures(pytestconfig: pytest.Config) -> None:
    paper_files = pytestconfig.rootpath / "tests" / "fixtures" / "paper"
    down = check((paper_files / "positions-2023-09-04-by-force.csv").read_bytes())
    context = CheckContext(
        national_directory(),
        "West Mercia",
        PeerGroups({"West Mercia": {date.min: down.uploads[0].forces}}),
        date(2024, 1, 31),
    )
    content = (paper_files / "positions-2023-09-04-paper-layout.csv").read_bytes()
    across = check_file(content, "paper.csv", UploadRequest(AS_OF), context)

    assert down.problems == across.problems == ()
    assert set(down.uploads[0].positions) == set(across.uploads[0].positions)
    assert len(across.uploads[0].positions) == 24
    assert {cell.kind: cell.average for cell in down.uploads[0].nationals} == {
        Kind.CAUSE_OF_CONCERN: 4,
        Kind.RECOMMENDATION: 129,
        Kind.AFI: 27.8,
    }
    assert across.uploads[0].nationals == ()


@pytest.mark.parametrize(
    ("headings", "figures"),
    [
        ("Force,CoCs %,Recommendations (%),% AFIs", "West Mercia,6,104,34"),
        ("Force,CoCs +/-,Recs ±,AFIs ↑", "West Mercia,6,104,34"),
        ("Force,Kind,Open %", "West Mercia,AFI,34"),
        (",West Mercia %,Kent (%)", "AFIs,34,20"),
        ("Force,Kind,Open", "West Mercia?,AFI,34"),
        ("Force,Kind,Open", "West Mercia,AFIs %,34"),
    ],
)
def test_a_share_a_change_and_a_word_in_doubt_are_no_count(headings: str, figures: str) -> None:
    assert check(f"{headings}\n{figures}\n".encode()).errors


def test_blocks_of_one_kind_each_do_not_lie_on_their_side() -> None:
    """The word that heads each of them is one heading, written three times."""
    block = "{kind}\nForce,Open\nWest Mercia,6\nWiltshire,9\n"
    content = "\n".join(block.format(kind=kind) for kind in ("CoCs", "Recommendations", "AFIs")).encode()
    context = CheckContext(national_directory(), "West Mercia", PeerGroups(()), AS_OF)
    file = check_file(content, "x.csv", UploadRequest(AS_OF), context)
    assert [found.code for found in file.errors] == ["headings.not_found"]
