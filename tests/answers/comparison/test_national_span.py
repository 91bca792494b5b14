"""A computed national average carries the span of its figures' dates (rule 11): in words, pictures, tables and JSON."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.charts import bar_chart, group_strip
from jasc_data.answers.comparison.messages import headline
from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.comparison.tables import kind_table, paper_table
from jasc_data.answers.comparison.text import kind_sentence
from jasc_data.answers.grades.answer import grades_at
from jasc_data.answers.grades.tables import grade_table
from jasc_data.answers.grades.text import grade_sentences
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.charts import trend_chart
from jasc_data.answers.trend.tables import points_table
from jasc_data.answers.trend.text import trend_sentences
from jasc_data.command_line.commands import show_position
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.domain.vocabulary import AverageBasis
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.store.connection import Store
from jasc_data.wording.numbers import long_span, short_span
from tests.builders import HOME, NATION, REC, VIEW, answer, empty_store, imported, long_csv, new_store, positions_csv
from tests.figures import drawn, drawn_on_a_card, texts
from tests.tables import as_read

JANUARY, APRIL = date(2023, 1, 12), date(2023, 4, 13)
ORDERED = (*(force for force in NATION if force != HOME), HOME)
FIRST, REST = ORDERED[:20], ORDERED[20:]
SOURCE = Provenance("Source: a test")
SPAN = "12 Jan to 13 Apr 2023"


def filled(store: Store) -> Store:
    """20 forces on 12 January and 23 on 13 April: 91 days apart; the home force is among the later."""
    imported(store, positions_csv(dict.fromkeys(FIRST, (2, 10, 20))), JANUARY)
    imported(store, positions_csv(dict.fromkeys(REST, (2, 10, 20))), APRIL)
    return store


@pytest.fixture
def comparison() -> Comparison:
    return answer(filled(empty_store()))


def test_spans_in_words() -> None:
    assert short_span(JANUARY, APRIL) == SPAN
    assert long_span(JANUARY, APRIL) == "12 January to 13 April 2023"
    assert short_span(date(2022, 12, 12), APRIL) == "12 Dec 2022 to 13 Apr 2023"
    assert long_span(APRIL, APRIL) == "13 April 2023"


def test_sentences_and_sources_carry_the_span(comparison: Comparison) -> None:
    assert "the same as the national average (10.0, of figures of 12 January to 13 April 2023)" in kind_sentence(
        comparison, REC
    )
    assert "computed from all 43 forces, 12 January to 13 April 2023" in full_source(comparison)
    assert short_source(comparison).endswith(f"; national average computed from figures of {SPAN}")


def test_none_against_a_computed_average_carries_the_span() -> None:
    store = filled(empty_store())
    imported(store, positions_csv({HOME: (2, 0, 20)}), date(2023, 4, 14))
    comparison = answer(store, date(2023, 4, 14))
    span = "(of figures of 12 January to 14 April 2023)"
    beside = f"against the MSG average of 8.8 and the national average of 9.8 {span}"
    assert f"had no open recommendations, {beside}; no force in the MSG had fewer." in kind_sentence(comparison, REC)
    assert headline(comparison) == (
        "Causes of concern and AFIs the same as the national average, "
        f"no recommendations against the national average of 9.8 {span}"
    )


def test_pictures_and_their_words_carry_the_span(comparison: Comparison) -> None:
    for characters, label in ((110, f"National average ({SPAN})"), (40, f"National ({SPAN})")):
        chart = bar_chart(comparison, REC, SOURCE)
        assert chart is not None
        assert f"{label} <b>10.0</b>" in texts(drawn(chart, characters))
        assert f"national average 10.0 ({SPAN})" in chart.alt
        assert "owest" in chart.alt
        assert len(chart.alt) <= ALT_LIMIT
    strip = group_strip(comparison, REC, SOURCE)
    assert strip is not None
    assert f"National ({SPAN}) <b>10.0</b>" in texts(drawn_on_a_card(strip))


def test_tables_carry_the_span(comparison: Comparison) -> None:
    assert as_read(paper_table(comparison)).loc["Recommendations", "National average"] == f"10.0 ({SPAN})"
    row = as_read(kind_table(comparison, REC)).loc["National average"]
    assert (row["As of"], row["From"]) == ("12 January to 13 April 2023", "computed")


def test_the_trend_carries_the_span() -> None:
    with filled(empty_store()).snapshot() as snapshot:
        found = trend(snapshot, VIEW)
    assert as_read(points_table(found, REC)).loc["13 April 2023", "National average"] == f"10.0 (computed {SPAN})"
    chart = trend_chart(found, REC, SOURCE)
    assert chart is not None
    assert f"National average ({SPAN}) 10.0" in chart.alt
    store = filled(empty_store())
    imported(store, positions_csv({HOME: (2, 30, 20)}), date(2023, 4, 12))
    with store.snapshot() as snapshot:
        said = " ".join(trend_sentences(trend(snapshot, VIEW)))
    assert "the national average (10.0, of figures of 12 January to 13 April 2023)" in said


def test_grades_of_the_nation_carry_the_span() -> None:
    store = empty_store()
    for forces, day in ((FIRST, JANUARY), (REST, APRIL)):
        rows: list[tuple[object, ...]] = []
        for force in forces:
            rows += [(force, "Recommendation", 4, ""), (force, "Recommendation", 4, "3"), (force, "AFI", 0, "")]
        imported(store, long_csv(*rows), day)
    with store.snapshot() as snapshot:
        grades = grades_at(snapshot, VIEW.on(APRIL))
    said = " ".join(grade_sentences(grades, who_closes()))
    assert "all 43 forces of England and Wales (figures of 12 January to 13 April 2023) 100%, 172 of 172" in said
    assert as_read(grade_table(grades)).loc["England and Wales, 43 forces", "As of"] == "12 January to 13 April 2023"


def test_the_command_line_carries_the_span(tmp_path: Path) -> None:
    path = tmp_path / "jasc.duckdb"
    filled(new_store(path)).close()
    given = argparse.Namespace(force=None, as_of=None, known_at=None, average=AverageBasis.WITH_US)
    shown = show_position(Settings(store=path), given)
    entry = shown.data["kinds"]["recommendation"]
    assert entry["national_as_of"] == "2023-01-12"
    assert entry["national_dates"] == {"from": "2023-01-12", "to": "2023-04-13"}
    assert f"10.0 (computed, {SPAN})" in shown.text


def test_an_average_of_one_date_and_a_published_one_need_no_span() -> None:
    store = empty_store()
    imported(store, positions_csv(dict.fromkeys(NATION, (2, 10, 20))), APRIL)
    comparison = answer(store)
    assert "the national average (10.0)" in kind_sentence(comparison, REC)
    assert as_read(paper_table(comparison)).loc["Recommendations", "National average"] == "10.0"
    assert short_source(comparison) == "Source: positions export, 13 Apr 2023"
    other = empty_store()
    imported(other, positions_csv({HOME: (2, 10, 20)}, national=(4, 129, 27.8)), APRIL)
    national = answer(other).kinds[REC].national
    assert national is not None
    assert national.dates == (APRIL, APRIL)
