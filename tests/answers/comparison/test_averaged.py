"""Of how many forces an average is (rule 10): "without us" never counts us, and every kind has a count of its own."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.comparison.charts import bar_chart, group_strip
from jasc_data.answers.comparison.messages import headline
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.tables import kind_table, paper_table
from jasc_data.answers.comparison.text import group_average_name, kind_sentence
from jasc_data.answers.figures.averaged import Averaged, averaged
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.notices import trend_notices
from jasc_data.answers.trend.tables import points_table
from jasc_data.answers.trend.text import trend_sentences
from jasc_data.command_line.commands import show_position
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import AverageBasis
from jasc_data.drawing.chart import Provenance
from jasc_data.store.connection import Store
from tests.builders import (
    AFI,
    BY_FORCE,
    COC,
    GROUP,
    HOME,
    PAPER_DAY,
    REC,
    TODAY,
    VIEW,
    answer,
    empty_store,
    imported,
    new_store,
    positions_csv,
)
from tests.figures import drawn, drawn_on_a_card, texts
from tests.tables import as_read

SOURCE = Provenance("Source: a test")
WITHOUT_WILTSHIRE = BY_FORCE.read_bytes().replace(b"Wiltshire,9,146,36\n", b"")
WITHOUT_US = AverageBasis.WITHOUT_US


def held(content: bytes) -> Store:
    store = empty_store()
    imported(store, content)
    return store


@pytest.mark.parametrize(
    ("members", "basis", "words", "brief"),
    [
        (GROUP, AverageBasis.WITH_US, "", ""),
        (GROUP, WITHOUT_US, "", ""),
        (GROUP[:-1], AverageBasis.WITH_US, " of the 7 of 8 forces held", "7 of 8"),
        (GROUP[:-1], AverageBasis.MEDIAN, " of the 7 of 8 forces held", "7 of 8"),
        (GROUP[:-1], WITHOUT_US, ", of 6 of the 7 others", "6 of 7 others"),
        (tuple(force for force in GROUP if force != HOME), WITHOUT_US, "", ""),
        (
            tuple(force for force in GROUP if force != HOME),
            AverageBasis.WITH_US,
            " of the 7 of 8 forces held",
            "7 of 8",
        ),
    ],
)
def test_the_forces_that_enter_an_average_are_counted(
    members: tuple[str, ...], basis: AverageBasis, words: str, brief: str
) -> None:
    found = averaged(members, GROUP, HOME, basis)
    assert (found.words, found.brief, found.whole) == (words, brief, not words)
    assert found.in_brackets == (f" ({brief})" if brief else "")


def test_without_us_is_of_the_others_in_every_sentence_label_and_table() -> None:
    """Seven of the eight are held, so without us the mean is of six: (71+110+93+106+115+108)/6 = 100.5."""
    comparison = answer(held(WITHOUT_WILTSHIRE), basis=WITHOUT_US)
    assert comparison.averaged(comparison.kinds[REC]) == Averaged(
        ("Devon & Cornwall", "Norfolk", "North Yorkshire", "Warwickshire", "Gloucestershire", "Suffolk"),
        tuple(force for force in GROUP if force != HOME),
        others=True,
    )
    assert "the MSG average without West Mercia, of 6 of the 7 others (100.5)" in kind_sentence(comparison, REC)
    chart = bar_chart(comparison, REC, SOURCE)
    assert chart is not None
    bars = " ".join(texts(drawn(chart)))
    assert "MSG without us (6 of 7 others) <b>100.5</b>" in bars
    assert "Open in West Mercia's MSG (6 of 7 others held), 4 Sep 2023" in bars
    assert "MSG average without West Mercia, of 6 of the 7 others 100.5" in chart.alt
    strip = group_strip(comparison, REC, SOURCE)
    assert strip is not None
    dots = " ".join(texts(drawn_on_a_card(strip)))
    assert "MSG without us (6 of 7 others) <b>100.5</b>" in dots
    assert (
        as_read(kind_table(comparison, REC)).loc["MSG average without West Mercia, of 6 of the 7 others", "Open"]
        == "100.5"
    )
    paper = as_read(paper_table(comparison))
    assert paper.loc["Recommendations", "MSG average without West Mercia"] == "100.5 (6 of 7 others)"
    (notice,) = [line for line in notices(comparison, TODAY) if "Wiltshire" in line]
    assert notice == (
        "For causes of concern, recommendations and AFIs the MSG average without West Mercia is of 6 of the 7 others: "
        "no figure within 92 days before 4 September 2023 is held for Wiltshire."
    )
    for text in (bars, dots, chart.alt, strip.alt, notice, kind_sentence(comparison, REC)):
        assert "7 of 8" not in text


def test_with_us_the_strip_of_a_card_says_of_how_many() -> None:
    strip = group_strip(answer(held(WITHOUT_WILTSHIRE)), REC, SOURCE)
    assert strip is not None
    assert "MSG (7 of 8) <b>101.0</b>" in " ".join(texts(drawn_on_a_card(strip)))


def test_all_the_others_held_needs_no_count() -> None:
    comparison = answer(held(BY_FORCE.read_bytes()), basis=WITHOUT_US)
    assert group_average_name(comparison, comparison.kinds[REC]) == "the MSG average without West Mercia"
    assert as_read(paper_table(comparison)).loc["Recommendations", "MSG average without West Mercia"] == "107.0"


def test_when_only_we_are_missing_the_others_are_whole_without_us() -> None:
    store = held(BY_FORCE.read_bytes().replace(b"West Mercia,6,104,34\n", b""))
    comparison = answer(store, basis=WITHOUT_US)
    (notice,) = [line for line in notices(comparison, TODAY) if "West Mercia" in line]
    assert notice == (
        "For causes of concern, recommendations and AFIs there is no rank: "
        "no figure within 92 days before 4 September 2023 is held for West Mercia."
    )


def test_the_trend_counts_the_others_without_us() -> None:
    store = held(WITHOUT_WILTSHIRE)
    imported(store, positions_csv({HOME: (6, 110, 34), "Suffolk": (6, 100, 14)}), date(2023, 6, 5))
    with store.snapshot() as snapshot:
        found = trend(snapshot, VIEW, basis=WITHOUT_US)
    said = " ".join((*trend_sentences(found), *trend_notices(found)))
    assert "close to the MSG average without West Mercia, of 6 of the 7 others (100.5)" in said
    assert "it was 110, 10% above the average of then, of 1 of the 7 others (100.0)." in said
    assert (
        "On 2 of the dates from 5 June 2023 to 4 September 2023 the MSG average without West Mercia is not of all "
        "the others"
    ) in said
    column = as_read(points_table(found, REC))["MSG average without West Mercia"]
    assert list(column) == ["100.5 (6 of 7 others)", "100.0 (1 of 7 others)"]


def test_the_command_line_counts_the_forces_that_enter_the_average(tmp_path: Path) -> None:
    path = tmp_path / "jasc.duckdb"
    store = new_store(path)
    imported(store, WITHOUT_WILTSHIRE)
    store.close()
    told = {}
    for basis in AverageBasis:
        shown = show_position(
            Settings(store=path), argparse.Namespace(force=None, as_of=None, known_at=None, average=basis)
        )
        entry = shown.data["kinds"]["recommendation"]
        told[basis] = (entry["group_average"], entry["group_held"], entry["group_average_of"], entry["group_size"])
        assert ("7 of 8" in shown.text, "6 of 7 others" in shown.text) == (basis is not WITHOUT_US, basis is WITHOUT_US)
    assert told == {
        AverageBasis.WITH_US: (101.0, 7, 8, 8),
        WITHOUT_US: (100.5, 6, 7, 8),
        AverageBasis.MEDIAN: (106.0, 7, 8, 8),
    }


def test_averages_of_different_forces_are_not_called_one() -> None:
    """Two forces give recommendations, four give causes of concern and AFIs."""
    rows = {HOME: (6, 104, 34), "Suffolk": (4, 100, 30), "Norfolk": (3, None, 28), "Wiltshire": (7, None, 28)}
    comparison = answer(held(positions_csv(rows)))  # type: ignore[arg-type]
    assert headline(comparison) == (
        "Causes of concern 20% and AFIs 13% above the MSG average of the 4 of 8 forces held; "
        "recommendations close to the MSG average of the 2 of 8 forces held"
    )
    said = [line for line in notices(comparison, TODAY) if "of 8 forces" in line]
    assert [line.split(":")[0] for line in said] == [
        "For causes of concern and AFIs the MSG average is of 4 of 8 forces",
        "For recommendations the MSG average is of 2 of 8 forces",
    ]


def test_as_many_forces_but_others_are_not_one_average_either() -> None:
    rows = {HOME: (6, 104, 34), "Suffolk": (4, 100, None), "Norfolk": (None, None, 28)}
    assert headline(answer(held(positions_csv(rows)))) == (  # type: ignore[arg-type]
        "Recommendations close to the MSG average of the 2 of 8 forces held, causes of concern 20% above it; "
        "AFIs 10% above the MSG average of the 2 of 8 forces held"
    )


def test_one_average_of_all_kinds_is_called_it() -> None:
    rows = {HOME: (6, 90, 34), "Suffolk": (4, 110, 26)}
    assert headline(answer(held(positions_csv(rows)))) == (
        "Recommendations 10% below the MSG average of the 2 of 8 forces held, "
        "causes of concern 20% and AFIs 13% above it"
    )
    assert {COC, AFI, REC} == set(answer(held(BY_FORCE.read_bytes()), PAPER_DAY).kinds)
