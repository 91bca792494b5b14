"""A total beside or beneath the figures is checked and never stored, in either layout of a positions table."""

import pytest

from tests.builders import PAPER_DAY, checked, told

BY_FORCE = "Force,CoCs,Recs,AFIs,Total\nWest Mercia,6,104,34,{}\nSuffolk,6,115,14,135\n"
PAPER = ",West Mercia,Suffolk\nCoCs,6,6\nRecs,104,115\nAFIs,34,14\nTotal,{},135\n"


LONG = "Force,Kind,Level,Open\n" + "".join(
    f"{force},{kind},{level},{count}\n"
    for force, total, counts in (("West Mercia", "{}", (6, 104, 34)), ("Suffolk", "135", (6, 115, 14)))
    for kind, level, count in (
        *zip(("CoC", "Rec", "AFI"), ("", "Total", "all"), counts, strict=True),
        ("All", "", total),
    )
)


@pytest.mark.parametrize("table", [BY_FORCE, PAPER, LONG], ids=["forces down", "kinds down", "long"])
@pytest.mark.parametrize(
    ("total", "problems"),
    [
        ("144", []),
        ("", []),
        ("144.1", []),  # as far as rounding goes
        ("145", ["total.differs"]),
        ("many", ["average.not_a_number"]),
    ],
)
def test_a_total_is_held_against_its_figures(table: str, total: str, problems: list[str]) -> None:
    file = checked(table.format(total).encode(), PAPER_DAY)
    assert [found.code for found in told(file)] == problems
    held = [position.open for upload in file.uploads for position in upload.positions]
    assert sum(held) == (0 if file.errors else 6 + 104 + 34 + 6 + 115 + 14)


def test_the_sentence_says_both_numbers() -> None:
    (found,) = told(checked(PAPER.format("150").encode(), PAPER_DAY))
    assert "150" in found.sentence
    assert "144" in found.sentence
    assert (found.row_number, found.column_letter) == (5, "B")


@pytest.mark.parametrize(
    ("figures", "totals"),
    [("6,104,34,144", []), (",,,144", []), ("6,,,6", []), ("6,,,7", ["total.differs"])],
)
def test_a_total_without_figures_beside_it_has_nothing_to_differ_from(figures: str, totals: list[str]) -> None:
    file = checked(f"Force,CoCs,Recs,AFIs,Total\nWest Mercia,{figures}\nSuffolk,6,115,14,135\n".encode(), PAPER_DAY)
    assert [found.code for found in told(file) if found.code == "total.differs"] == totals


def test_a_row_per_figure_has_no_totals_at_its_edge() -> None:
    """What stands in another column of such a table is no total, whatever it is called."""
    rows = "Notes,Force,Kind,Open\nTotal,West Mercia,Recommendation,104\n,Suffolk,Recommendation,115\n"
    codes = {found.code for found in told(checked(rows.encode(), PAPER_DAY))}
    assert not codes & {"total.differs", "average.not_a_number"}
