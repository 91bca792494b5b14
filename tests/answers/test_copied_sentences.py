"""Every line that a page offers as *Text to copy*: it says its date, cuts nothing, and no figure in it reads oddly.

The rule: what is copied is a line, so every line names a day, written out. A line of counts names the day at which they
were counted; a line about a period names the exports at its ends.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.causes.text import causes_sentences
from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.answers.comparison.text import sentences
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.deadlines.text import ageing_sentences
from jasc_data.answers.grades.answer import grades_at
from jasc_data.answers.grades.text import grade_sentences
from jasc_data.answers.pace.answer import pace_at
from jasc_data.answers.pace.text import pace_lines
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.period_changes.tables import kinds_table
from jasc_data.answers.period_changes.text import changes_headline, changes_notices, changes_sentences
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.text import projection_headline, projection_sentences, target_text
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.text import register_sentences
from jasc_data.answers.replies.answer import replies_to
from jasc_data.answers.replies.text import replies_sentences, reply_sentence
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.reports.other_forces import spread_sentences, spreads
from jasc_data.answers.reports.text import report_sentences, reports_sentences
from jasc_data.answers.steps.answer import steps_held
from jasc_data.answers.steps.text import ready_sentences
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.notices import trend_notices
from jasc_data.answers.trend.text import trend_headline, trend_sentences
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from tests.answers.reports.test_answer import DATES, exports, held_in
from tests.builders import (
    AFI,
    BY_FORCE,
    GROUP,
    HOME,
    PAPER_DAY,
    REC,
    VIEW,
    empty_store,
    imported,
    item,
    items_csv,
    numbered,
    positions_csv,
    whole_histories,
)
from tests.tables import as_read

PAGES = Path(__file__).parents[2] / "pages"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\b\d{{1,2}} ({MONTHS}) \d{{4}}\b")
UNITS = "items|recommendations|AFIs|causes|reports|forces|leads|figures|days|open (items|recommendations|AFIs|causes)"
ODD = re.compile(rf"100% below|-\d|\b0\.0 (above|below)|(?<![\d,])0% (above|below)|\b1 ({UNITS})\b|\b1st\b|…|\.\.\.")
COPIED = {
    "figures/position.py",
    "breakdowns/grades.py",
    "breakdowns/causes.py",
    "breakdowns/reports.py",
    "_shared/report_detail.py",
    "breakdowns/register.py",
    "breakdowns/deadlines.py",
    "time/trend.py",
    "time/changes.py",
    "time/target.py",
    "_shared/pace_panel.py",
    "written/ready.py",
    "written/activity.py",
}


def test_every_page_that_offers_sentences_is_looked_at() -> None:
    offering = {
        path.relative_to(PAGES).as_posix()
        for path in PAGES.rglob("*.py")
        if re.search(r"^\s*text_to_copy\(", read(path), re.MULTILINE)
    }
    assert offering == COPIED


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def copied(snapshot: Snapshot, first: date, day: date) -> dict[str, list[str]]:
    """Every line of every page's text to copy, by page, at a date and back to an earlier one."""
    comparison = compare(snapshot, VIEW, as_of=day)
    register, reports = register_of(snapshot, HOME, day), reports_of(snapshot, HOME, day)
    line, changes = trend(snapshot, VIEW, as_of=day), period_changes(snapshot, HOME, first, day)
    across, replies = spreads(snapshot, VIEW.on(day)), replies_to(snapshot, reports, day)
    grades = grades_at(snapshot, VIEW.on(day))
    by_report = [
        said
        for entry in reports.lines
        for said in (
            *report_sentences(reports, entry),
            *spread_sentences(across.get(entry.report_id), HOME, day, shared=entry.shared),
        )
    ]
    return {
        "figures/position.py": list(sentences(comparison)),
        "breakdowns/grades.py": list(grade_sentences(grades, who_closes())),
        "breakdowns/causes.py": list(causes_sentences(causes_in(register))),
        "breakdowns/reports.py": list(reports_sentences(reports)),
        "_shared/report_detail.py": by_report + [reply_sentence(reply, day) for reply in replies.lines],
        "breakdowns/register.py": list(register_sentences(register)),
        "breakdowns/deadlines.py": list(ageing_sentences(ageing_in(register))),
        "time/trend.py": [*trend_sentences(line), *trend_notices(line)],
        "time/changes.py": [changes_headline(changes), *changes_sentences(changes)],
        "time/target.py": projections(snapshot, comparison),
        "_shared/pace_panel.py": paces(snapshot, day),
        "written/ready.py": list(ready_sentences(steps_held(snapshot, register, day), who_closes())),
        "written/activity.py": list(replies_sentences(replies_to(snapshot, reports, day))),
    }


def paces(snapshot: Snapshot, day: date) -> list[str]:
    pace = pace_at(snapshot, HOME, day)
    return [
        *pace_lines(pace, None),
        *(line for kind in Kind for goal in (1, 2, 80) for line in pace_lines(pace, kind, goal)),
    ]


def projections(snapshot: Snapshot, comparison: Comparison) -> list[str]:
    now = open_now(snapshot, comparison)
    reports = sorted({entry.report for entry in now.items})
    plans = [projected(comparison, now, Choices(reports=frozenset(reports[:some]))) for some in (0, 1, 9)]
    goals = [
        (projection, target(projection, kind, below)) for projection in plans for kind in Kind for below in (1, 2, 80)
    ]
    said = [line for projection in plans for line in projection_sentences(projection)]
    return said + [line for projection, goal in goals if goal for line in (*target_text(projection, goal),)]


def wrong(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lines without a date, and those with a figure that reads oddly."""
    lines = {page: [line for line in said if not DAY.search(line) or ODD.search(line)] for page, said in found.items()}
    return {page: said for page, said in lines.items() if said}


@whole_histories
@given(exports)
def test_every_line_carries_its_date_and_reads_well(histories: list) -> None:
    with held_in(histories).snapshot() as snapshot:
        found = copied(snapshot, DATES[1], PAPER_DAY)
    assert set(found) == COPIED
    assert wrong(found) == {}


counts = st.tuples(*[st.one_of(st.none(), st.integers(0, 3), st.integers(0, 900)) for _ in Kind])


@whole_histories
@given(st.dictionaries(st.sampled_from(GROUP), counts, min_size=1), st.one_of(st.none(), counts), counts)
def test_the_words_of_positions_read_well_whatever_the_figures(
    forces: dict[str, tuple[int | None, ...]], national: tuple[int | None, ...] | None, before: tuple[int | None, ...]
) -> None:
    store = empty_store()
    if any(figure is not None for figure in before):
        imported(store, positions_csv({HOME: before}), date(2023, 6, 5))  # type: ignore[dict-item]
    if all(figure is None for of_force in forces.values() for figure in of_force):
        return
    imported(store, positions_csv(forces, national))  # type: ignore[arg-type]
    with store.snapshot() as snapshot:
        assert wrong(copied(snapshot, date(2023, 6, 5), PAPER_DAY)) == {}


@pytest.fixture
def store() -> Store:
    return empty_store()


def test_a_line_of_counts_names_the_day_at_which_they_were_counted(store: Store) -> None:
    rows = [
        *numbered(3, deadline="01/08/2023", report_published="02/11/2022"),
        item("C1", "CoC", report_published="02/11/2022"),
        item("R9", "Recommendation", report_published="02/11/2022", cause_of_concern="C1", lead="Ann"),
        item("A1", "AFI", addressee="Home Office", report_published="02/11/2022"),
    ]
    imported(store, items_csv(*rows))
    with store.snapshot() as snapshot:
        found = copied(snapshot, date(2023, 6, 5), PAPER_DAY)
    for page in ("grades", "causes", "reports", "register", "deadlines"):
        lines = found[f"breakdowns/{page}.py"]
        assert lines
        assert [line for line in lines if "4 September 2023" not in line] == []


def test_a_period_is_named_by_the_exports_at_its_ends(store: Store) -> None:
    """Asked from 12 June to 10 September; the items are of 5 June and 4 September."""
    imported(store, items_csv(*numbered(3, grade="2", target_date="01/10/2023")), date(2023, 6, 5))
    imported(store, items_csv(*numbered(2, grade="3", target_date="01/11/2023")))
    with store.snapshot() as snapshot:
        changes = period_changes(snapshot, HOME, date(2023, 6, 12), date(2023, 9, 10))
    assert changes_headline(changes) == "0 opened and 1 closed, 5 June 2023 to 4 September 2023"
    assert changes_sentences(changes)[3:] == (
        "2 items were regraded between 5 June 2023 and 4 September 2023.",
        "2 items' own target dates were put off between 5 June 2023 and 4 September 2023.",
    )


def test_kinds_of_several_dates_are_told_each_with_its_own(store: Store) -> None:
    imported(store, items_csv(*numbered(3)), date(2023, 6, 5))
    imported(store, items_csv(item("A1", "AFI")), date(2023, 6, 12))
    imported(store, items_csv(*numbered(2), item("A1", "AFI")))
    with store.snapshot() as snapshot:
        changes = period_changes(snapshot, HOME, date(2023, 6, 15), PAPER_DAY)
    assert changes_headline(changes) == "0 opened and 1 closed, 5 June 2023 to 4 September 2023"
    assert changes_sentences(changes)[1:3] == (
        "Recommendations: 3 on 5 June 2023, 2 on 4 September 2023; 1 closed.",
        "AFIs: 1 on 12 June 2023, 1 on 4 September 2023; none opened or closed.",
    )
    taken = [notice for notice in changes_notices(changes) if "is taken" in notice]
    assert [notice.partition(" is held")[0] for notice in taken] == [
        "No items export of recommendations of 15 June 2023",
        "No items export of AFIs of 15 June 2023",
    ]
    assert [column for column in as_read(kinds_table(changes)).columns if column.startswith("Open ")] == [
        "Open before",
        "Open after",
    ]


def test_a_kind_without_a_later_export_is_no_period(store: Store) -> None:
    imported(store, items_csv(*numbered(3)), date(2023, 6, 5))
    with store.snapshot() as snapshot:
        changes = period_changes(snapshot, HOME, date(2023, 6, 12), PAPER_DAY)
    assert changes_headline(changes) == (
        "No items export lies between 12 June 2023 and 4 September 2023: nothing to compare"
    )
    assert changes_sentences(changes) == (
        "Causes of concern: no figure is held on 12 June 2023 or 4 September 2023.",
        "Recommendations: 3 on 5 June 2023; no later items export is held.",
        "AFIs: no figure is held on 12 June 2023 or 4 September 2023.",
    )


def test_a_trends_kinds_are_each_since_their_own_export(store: Store) -> None:
    imported(store, positions_csv({HOME: (None, 83, None)}), date(2022, 3, 7))
    imported(store, positions_csv({HOME: (None, 119, 14)}), date(2023, 6, 5))
    imported(store, positions_csv({HOME: (None, 104, 34)}))
    with store.snapshot() as snapshot:
        found = trend(snapshot, VIEW)
        assert trend_headline(found) == (
            "Recommendations 83 to 104 since 7 March 2022, AFIs 14 to 34 since 5 June 2023"
        )
        imported_later = trend(snapshot, VIEW, as_of=date(2023, 9, 10))
    assert trend_headline(imported_later, [REC]) == "Recommendations 83 to 104 from 7 March 2022 to 4 September 2023"


def test_a_trend_against_averages_names_the_date_where_it_is_not_the_latest(store: Store) -> None:
    imported(store, positions_csv({HOME: (6, 119, 14)}, national=(4, 129, 20)), date(2023, 1, 9))
    imported(store, positions_csv({HOME: (6, 104, 0)}))  # the average of January is older than 92 days
    with store.snapshot() as snapshot:
        said = trend_sentences(trend(snapshot, VIEW))
    assert said[1].endswith("On 9 January 2023 the figure was 8% below the national average (129.0).")


def test_equal_highest_figures_of_a_trend_are_all_named(store: Store) -> None:
    for month, open_ in enumerate((5, 9, 9, 3), start=6):
        imported(store, positions_csv({HOME: (open_, None, None)}), date(2023, month, 1))
    with store.snapshot() as snapshot:
        said = trend_sentences(trend(snapshot, VIEW))
    assert "; the highest between was 9 on 1 July 2023 and 1 August 2023." in said[0]


def test_one_is_the_singular_in_a_target(store: Store) -> None:
    imported(store, BY_FORCE.read_bytes())
    imported(store, items_csv(*numbered(2), item("A1", "AFI")))
    with store.snapshot() as snapshot:
        comparison = compare(snapshot, VIEW)
        projection = projected(comparison, open_now(snapshot, comparison), Choices())
    assert projection_headline(projection, target(projection, REC, 1)) == (
        "Projection: below 1 recommendation takes at least 2 signed off"
    )
    assert target_text(projection, target(projection, AFI, 1))[1] == (  # type: ignore[arg-type]
        "By report, as open on 4 September 2023: Vetting (1). One report is enough."
    )
