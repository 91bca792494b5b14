"""Whatever is spoilt in an export that imports: the same figures, a question or a refusal, and never other figures."""

import random
from collections import Counter
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jasc_data.domain.vocabulary import DeadlineBasis
from jasc_data.intake.problems import Severity
from jasc_data.intake.uploads import CheckedFile
from tests.builders import HOME, checked, csv_bytes

HEADINGS = ["Reference", "Force", "Kind", "Report", "Published", "Text", "Grade", "Status", "Deadline"]
DECIDING = ["Force", "Kind", "Report", "Grade", "Status", "Deadline"]
SIGNS = ["-", "—", "✓", "✗", "●", "?", "*", "…", "#N/A", "#REF!", "########", "TRUE", "FALSE"]
OUTSIDE = ["Zq", "Xylo", "Qrst", "Mnop", "Wvut", "Hjkl", "Bdfg", "Cprt", "Lmnk"]

items = st.fixed_dictionaries(
    {
        "Force": st.just(HOME),
        "Kind": st.sampled_from(["Recommendation", "AFI"]),
        "Report": st.sampled_from(["Vetting", "Race disparity", "Stalking"]),
        "Published": st.just("02/11/2022"),
        "Text": st.sampled_from(["Clear the backlog", "Buy software", "Write the policy"]),
        "Grade": st.sampled_from(["1", "2", "Level 3", "L4", ""]),
        "Status": st.sampled_from(["Open", "In progress", "Awaiting sign-off", "Closed", "Superseded", ""]),
        "Deadline": st.sampled_from(["30/04/2023", "31 October 2023", "By January 2024", "Immediately", ""]),
    }
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[list[list[str]], list[list[str]], str]:
    """The rows of an export, the same with one kind of thing spoilt, and what was done to it."""
    records = draw(st.lists(items, min_size=2, max_size=6))
    rows = [
        HEADINGS,
        *([f"R{place}", *map(record.__getitem__, HEADINGS[1:])] for place, record in enumerate(records, start=1)),
    ]
    ruined = [list(row) for row in rows]
    how = draw(st.sampled_from(["rename", "drop", "sign"]))
    if how == "rename":
        renamed = draw(st.lists(st.sampled_from(range(len(HEADINGS))), min_size=1, max_size=9, unique=True))
        for place in renamed:
            ruined[0][place] = OUTSIDE[place]
    elif how == "drop":
        place = HEADINGS.index(draw(st.sampled_from(DECIDING)))
        ruined = [row[:place] + row[place + 1 :] for row in ruined]
    else:
        place = HEADINGS.index(draw(st.sampled_from(DECIDING)))
        row = draw(st.integers(1, len(records)))
        ruined[row][place] = draw(st.sampled_from(SIGNS))
    draw(st.randoms()).shuffle(order := list(range(len(ruined[0]))))
    return rows, [[row[place] for place in order] for row in ruined], how


def figures(file: CheckedFile) -> Counter[tuple[object, ...]]:
    """Everything that a page counts: force, kind, grade, report, open or not, overdue or not."""
    (upload,) = file.uploads
    return Counter(
        (
            item.row.force,
            item.row.kind,
            item.row.grade,
            item.row.report,
            item.row.status,
            item.deadline_on is not None and item.deadline_on < date(2023, 9, 4),
            item.deadline_basis is not DeadlineBasis.NONE,
        )
        for item in upload.items
    )


def in_silence(file: CheckedFile) -> bool:
    """True when the file would be committed without a word that the uploader must answer."""
    return all(found.severity is Severity.NOTICE for found in file.problems)


@settings(max_examples=400, deadline=None)
@given(spoilt())
def test_no_figure_changes_without_a_question(case: tuple[list[list[str]], list[list[str]], str]) -> None:
    rows, ruined, _ = case
    whole = checked(csv_bytes(rows))
    assume(in_silence(whole))  # few of them are asked about as they are: levels that look as if written once a group
    spoilt_file = checked(csv_bytes(ruined))
    if in_silence(spoilt_file):
        assert figures(spoilt_file) == figures(whole)


def test_each_way_of_spoiling_is_asked_about() -> None:
    """A spot check that a person can read: one item, each deciding column gone, renamed or holding a sign."""
    values = {"Reference": "R1", "Force": HOME, "Kind": "AFI", "Report": "Vetting", "Published": "02/11/2022"}
    values |= {"Text": "Clear it", "Grade": "2", "Status": "Closed", "Deadline": "30/04/2023"}
    for heading in DECIDING:
        without = {name: value for name, value in values.items() if name != heading}
        renamed = {("Zq" if name == heading else name): value for name, value in values.items()}
        signed = values | {heading: "?"}
        for cells in (without, renamed, signed):
            assert not in_silence(checked(csv_bytes([list(cells), list(cells.values())]))), (heading, cells)
    assert in_silence(checked(csv_bytes([list(values), list(values.values())])))


def test_a_status_that_is_blank_throughout_is_asked_about() -> None:
    """A column coloured without words, or lost on its way: that all is open would be ours to say."""
    values = {"Reference": "R1", "Force": HOME, "Kind": "AFI", "Report": "Vetting", "Grade": "2", "Deadline": ""}
    blank = checked(csv_bytes([[*values, "Status"], [*values.values(), ""], [*values.values(), " "]]))
    assert "assumed.status" in [found.code for found in blank.problems]
    filled = checked(csv_bytes([[*values, "Status"], [*values.values(), "Open"]]))
    assert "assumed.status" not in [found.code for found in filled.problems]


def test_a_longer_list_spoilt_at_random_keeps_its_figures_or_asks() -> None:
    chance = random.Random(9)
    rows = [HEADINGS]
    for number in range(60):
        kind = chance.choice(["Recommendation", "AFI"])
        status = chance.choice(["Open", "In progress", "Closed"])
        rows.append([f"R{number}", HOME, kind, "Vetting", "02/11/2022", "Text", "2", status, "30/04/2023"])
    assert in_silence(checked(csv_bytes(rows)))
    for place in range(1, len(HEADINGS)):
        for sign in SIGNS:
            ruined = [list(row) for row in rows]
            ruined[chance.randrange(1, 61)][place] = sign
            file = checked(csv_bytes(ruined))
            assert not in_silence(file) or figures(file) == figures(checked(csv_bytes(rows))), (place, sign)
