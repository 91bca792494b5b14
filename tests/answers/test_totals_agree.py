"""Over any store: every breakdown of the home force sums to one total, the headline from items (rules 8, 15 and 19).

The total is the oracle's of test_histories. Open items of kinds of which only some reports are held stand apart.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import product
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.comparison.tables import paper_table
from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.deadlines import tables as ageing_tables
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.grades import tables as grade_table
from jasc_data.answers.grades.answer import Whose, grades_at
from jasc_data.answers.grades.counts import GRADED
from jasc_data.answers.grades.text import who_can_close
from jasc_data.answers.period_changes import tables as changes_tables
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.projection import tables as projection_tables
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.filter import NO_LEAD, OPEN, Choice, filtered, leads
from jasc_data.answers.report_breakdown.answer import report_breakdown
from jasc_data.answers.report_breakdown.tables import breakdown_table
from jasc_data.answers.reports import tables as report_table
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.trend import tables as trend_table
from jasc_data.answers.trend.answer import trend
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import ExportType, Grade, Kind, Status
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from tests.answers import test_histories as told
from tests.builders import (
    AFI,
    COC,
    HOME,
    PAPER_DAY,
    REC,
    VIEW,
    empty_store,
    imported,
    item,
    items_csv,
    long_csv,
    whole_histories,
)
from tests.tables import as_read

# Stores are made up as in test_histories, with more columns, and with positions by grade on top.
MORE = {
    "grade": ["", "1", "2", "3", "4"],
    "lead": ["", "Supt Ash", "supt  ash", "DCI Birch", "No lead stated"],
    "deadline": ["", "01/08/2023", "04/09/2023", "By January 2024", "within a year", "when able"],
    "cause_of_concern": ["", "R1", "R2", "C9"],
}
more = st.fixed_dictionaries({heading: st.sampled_from(words) for heading, words in MORE.items()})
row = st.builds(lambda first, second: first | second, told.rows, more)
keys = [*product([HOME], (f"R{number}" for number in range(1, 9))), *product(told.FORCES[1:], ("R1", "R2"))]
rows = st.fixed_dictionaries(dict.fromkeys(keys[:5], row), optional=dict.fromkeys(keys[5:], row)).map(told.completed)
undated = rows.map(
    lambda dated: tuple(
        record | ({} if record["report"] == told.TWICE else {"report_published": ""}) for record in dated
    )
)
kinds_covered = st.just(tuple(Kind)) | st.lists(st.sampled_from(Kind), min_size=1, unique=True).map(tuple)
reports_covered = st.sampled_from([ALL_REPORTS, ALL_REPORTS, ONLY_REPORTS_IN_FILE])
some = st.builds(told.Items, st.sampled_from(told.DATES), rows | undated, kinds_covered, reports_covered)
whole = st.builds(told.Items, st.sampled_from(told.DATES[:2]), rows, st.just(tuple(Kind)), st.just(ALL_REPORTS))
actions = st.lists(st.tuples(st.just("import"), some) | told.actions, min_size=2, max_size=7)
started = st.builds(lambda others, last: [*others, ("import", last)], actions, whole)
histories = started | started | actions
counts = st.lists(st.integers(0, 4), min_size=10, max_size=10)
graded = st.lists(st.tuples(st.sampled_from(told.DATES), st.sampled_from(told.FORCES), counts), max_size=2)


def import_graded(store: Store, day: date, force: str, figures: list[int]) -> None:
    parts = zip(product(("Recommendation", "AFI"), Grade), figures, strict=True)
    imported(store, long_csv(*((force, kind, number, grade) for (kind, grade), number in parts)), day)


class Wanted:
    """What is open at a date by the oracle: of the kinds held whole (kinds, total), and of the others (partial)."""

    def __init__(self, live: list[told.Export], day: date) -> None:
        items = [export for export in live if isinstance(export, told.Items)]
        self.figures = told.oracle(items, day)
        self.open = [(record["force"], told.KINDS[record["kind"]], record) for record in told.open_items(items, day)]
        self.kinds = {kind: figure[0] for (force, kind), figure in self.figures.items() if force == HOME}
        self.total = sum(self.kinds.values())
        self.partial = Counter(kind for force, kind, _ in self.open if force == HOME and kind not in self.kinds)
        words = told.last_words(told.items_until(items, day))
        self.reports = {told.report_of(record) for _, record in words if record["force"] == HOME}

    def by(
        self,
        part: str,
        kinds: Iterable[Kind] = Kind,
        force: str = HOME,
        known: set[tuple[str, str, str]] | None = None,
    ) -> Counter[str]:
        """Open items of the kinds held whole by kind, grade, status or report (named apart among those known)."""
        found = [(k, record) for of, k, record in self.open if of == force and k in kinds and (of, k) in self.figures]
        words = [
            record
            | {"kind": kind.value, "status": told.status_of(record), "report": named(record, known or self.reports)}
            for kind, record in found
        ]
        return Counter(record[part] or {"grade": "not graded", "report": "No report stated"}[part] for record in words)


def named(record: told.ItemCells, known: set[tuple[str, str, str]]) -> str:
    """The report of a record by its title, with its publication date where two of one title are known."""
    of_title = {published for title, _, published in known if title == record["report"]}
    day = datetime.strptime(record["report_published"], "%d/%m/%Y") if len(of_title) > 1 else None
    return f"{record['report']} ({day.day} {day:%B %Y})" if day else record["report"]


def printed(table: TableSpec) -> dict[str, int]:
    """The last row as it is printed; the rows above it must sum to it in every column in which it has a number."""
    lines = [
        {str(name): str(cell).replace(",", "") for name, cell in of.items()} for of in as_read(table).to_dict("records")
    ]
    *above, total = [{name: re.findall(r"\d+(?![\d%])", cell) for name, cell in line.items()} for line in lines]
    for name, figures in total.items():
        assert [*map(int, figures)] == [sum(int(row[name][n]) for row in above) for n in range(len(figures))], name
    return {name: int(figures[0]) for name, figures in total.items() if figures}


def headline_trend_and_plan_agree(snapshot: Snapshot, day: date, wanted: Wanted) -> None:
    comparison = compare(snapshot, VIEW, as_of=day)
    now, points = open_now(snapshot, comparison), trend(snapshot, VIEW, as_of=day)
    every = [periods(snapshot, HOME, day, each) for each in Every]
    projection = projected(comparison, now, Choices())
    assert (projection.then, projection.projects) == (comparison, False)
    assert projected(comparison, now, Choices(statuses=frozenset(OPEN))).signed_off == wanted.kinds
    said = " ".join(totals_sentences(comparison, now.held, wanted.partial, day))
    for kind, entry in comparison.kinds.items():
        home, total, items = entry.home, wanted.kinds.get(kind), wanted.figures.get((HOME, kind))
        assert (home and (home.open if home.source is ExportType.ITEMS else home.other_open)) == total
        differs = home is not None and items is not None and (home.open, home.as_of) != items[:2]
        assert (f"{kind.heading}: sums to {total} (items" in said) == differs
        assert sum(left.open for left in projection.left(kind)) == (total or 0)
        shown = f"{home.open:,}" if home else "not held"
        assert as_read(projection_tables.projection_table(projection))["Open now"][kind.heading] == shown
        assert as_read(paper_table(comparison))[HOME][kind.heading].split(" (")[0] == shown  # an old one with its date
        for point in points.kinds[kind][-1:]:
            exported = home if home and home.as_of == point.day else None
            assert (point.home and point.home.open) == (exported and exported.open)
            words = as_read(trend_table.points_table(points, kind))[HOME].iloc[0]
            assert words == (shown if exported else "no export of this date")
        for by_kind in every:
            assert (kind in by_kind) == (total is not None)
            if of_kind := by_kind.get(kind):
                table = as_read(trend_table.periods_table(of_kind, kind))
                assert [of_kind[0].after, f"= {of_kind[0].after:,}"] == [total, table["Open after"].iloc[0]]
                assert [f"= {before}" for before in table["Open before"][:-1]] == list(table["Open after"][1:])


def register_ageing_and_causes_agree(snapshot: Snapshot, day: date, wanted: Wanted) -> None:
    register = register_of(snapshot, HOME, day)
    ageing, causes = ageing_in(register), causes_in(register)
    assert register.partial == ageing.partial == wanted.partial
    for part in ("kind", "grade", "status", "report"):
        assert Counter(str(getattr(entry, part)) for entry in ageing.items) == wanted.by(part)
    parts = {"kind": Kind, "grade": Grade, "statuses": [(status,) for status in OPEN]}
    parts |= {"report_id": register.report_labels, "lead": (*leads(register), NO_LEAD)}
    for part, values in parts.items():
        chosen = [entry for value in values for entry in filtered(register, Choice(**{part: value})).own]
        assert Counter(chosen) == Counter(register.open)
    for lines in (ageing.leads, ageing.ages, ageing.due):
        assert Counter(entry for line in lines for entry in line.items) == Counter(ageing.items)
    expected = {kind.short_heading: wanted.kinds.get(kind, 0) for kind in Kind}
    expected |= {"Open": wanted.total, "Overdue": len(ageing.overdue)}
    assert printed(ageing_tables.lead_table(ageing)) == printed(ageing_tables.age_table(ageing)) == expected
    assert printed(ageing_tables.due_table(ageing))["Open"] == wanted.total
    assert len(causes.causes) == wanted.kinds.get(COC, wanted.partial[COC])
    others = [*causes.belonging, *(entry for stray in causes.strays for entry in stray.items)]
    others += [entry for entry in register.open if entry.kind is not COC and not entry.cause_of_concern]
    assert Counter([*(cause.item for cause in causes.causes), *others]) == Counter(register.open)


def reports_agree(snapshot: Snapshot, day: date, wanted: Wanted) -> None:
    found, attention = reports_of(snapshot, HOME, day), needs_attention(snapshot, HOME, day)
    assert {kind: entry.open for kind, entry in found.held.items()} == wanted.kinds
    assert (found.open, attention.open_total, found.partial) == (wanted.total, wanted.total, wanted.partial)
    assert sum((line.by_kind for line in found.lines), Counter()) == Counter(wanted.kinds)
    assert sum((line.by_grade for line in found.lines), Counter()) == wanted.by("grade", GRADED)
    totals, progress = printed(report_table.reports_table(found)), printed(report_table.progress_table(found))
    assert totals["Open"] == totals["CoCs"] + totals["Recs"] + totals["AFIs"] == wanted.total
    assert sum(list(totals.values())[-len(Grade) :]) == totals["Recs"] + totals["AFIs"]
    ageing, waiting = ageing_in(register_of(snapshot, HOME, day)), wanted.by("status")[Status.AWAITING_SIGN_OFF]
    assert progress["Past the deadline"] == len(ageing.overdue) == sum(attention.overdue.values())
    assert progress["Awaiting sign-off"] == waiting == sum(attention.awaiting.values())
    assert Counter({of.report_id: of.open for of in found.lines}) == Counter(entry.report_id for entry in ageing.items)
    assert all(sum(map(int, as_read(report_table.kinds_table(line))["Open"])) == line.open for line in found.lines)
    for kind in Kind:
        breakdown = report_breakdown(snapshot, HOME, kind, day)
        assert (breakdown.held and printed(breakdown_table(breakdown))["All open"]) == wanted.kinds.get(kind)
        assert {line.report: line.open for line in breakdown.reports} == wanted.by("report", [kind])
    by_name = wanted.by("report")
    assert {line.label: line.open for line in found.with_open} == by_name
    assert attention.largest_report_open == max(by_name.values(), default=0)
    assert all(by_name[title] == attention.largest_report_open for title in attention.largest_reports)
    assert bool(attention.largest_reports) == bool(by_name)


def grades_agree(snapshot: Snapshot, day: date, wanted: Wanted, kinds: tuple[Kind, ...]) -> None:
    grades = grades_at(snapshot, VIEW.on(day), kinds)
    figures = {(figure.force, figure.kind): figure for figure in grades.figures}
    for (force, kind), figure in figures.items():
        from_items = figure.source is ExportType.ITEMS
        assert not from_items or Counter(figure.by_grade) == wanted.by("grade", [kind], force)
    assert all(figures[HOME, kind].source is ExportType.ITEMS for kind in wanted.kinds.keys() & set(kinds))
    whole = {force: [figures.get((force, kind)) for kind in kinds] for force in grades.group}
    current = [of for of in whole.values() if all(one and (day - one.complete_as_of).days <= 92 for one in of)]
    assert [bool(grades.row(whose)) for whose in (Whose.HOME, Whose.GROUP)] == [all(whole[HOME]), len(current) > 1]
    if own := grades.row(Whose.HOME):
        assert own.total == sum(figure.open for figure in whole[HOME])
        assert printed(grade_table.closing_table(who_can_close(grades, who_closes())))["Open"] == own.total
    if group := grades.row(Whose.GROUP):
        pooled = sum((Counter(figure.by_grade) for of in current for figure in of), Counter())
        assert [group.share(grade) for grade in Grade] == [pooled[grade] / (pooled.total() or 1) for grade in Grade]
    for row in as_read(grade_table.grade_table(grades)).to_dict("records")[: len(grades.rows)]:
        parts = [cell.split("%, ")[-1].split(" of ")[0] for cell in list(row.values())[1:6]]
        assert sum(map(int, parts)) == int(row["All open"])


def changes_agree(snapshot: Snapshot, wanted: dict[date, Wanted]) -> None:
    answer = period_changes(snapshot, HOME, min(wanted), max(wanted))
    assert set(answer.compared) == set.intersection(*(set(of.kinds) for of in wanted.values()))
    for kind in answer.compared:
        at_dates = as_read(changes_tables.kinds_table(answer)).loc[kind.heading].filter(like="Open ")
        assert [int(cell.strip("= ")) for cell in at_dates] == [of.kinds[kind] for of in wanted.values()]
    known = set().union(*(of.reports for of in wanted.values()))
    for part, flows in (("Grade", answer.by_grade), ("Report", answer.by_report)):
        counted = [Counter({name: getattr(flow, when) for name, flow in flows.items()}) for when in ("before", "after")]
        kinds = [kind for kind in answer.compared if part == "Report" or kind in GRADED]
        concerns = [kind for kind in answer.compared if kind not in kinds]  # no grade by their nature: their own class
        assert counted == [
            of.by(part.lower(), kinds, known=known) + Counter({kind.heading: of.kinds[kind] for kind in concerns})
            for of in wanted.values()
        ]
        total = pd.Series(printed(changes_tables.classes_table(answer, part, flows))).filter(like="Open ")
        assert list(total) == [sum(of.kinds[kind] for kind in answer.compared) for of in wanted.values()]


@whole_histories
@given(histories, graded, st.sampled_from(told.DATES[:2]), st.sampled_from(told.DATES[2:]))
def test_breakdowns_of_any_store_agree(history: list[told.Action], more_: list[Any], first: date, day: date) -> None:
    store, live = told.lived(history)
    for export in more_:
        import_graded(store, *export)
    wanted = Wanted(live, day)
    with store.snapshot() as snapshot:
        headline_trend_and_plan_agree(snapshot, day, wanted)
        register_ageing_and_causes_agree(snapshot, day, wanted)
        reports_agree(snapshot, day, wanted)
        for kinds in (GRADED, (REC,), (AFI,)):
            grades_agree(snapshot, day, wanted, kinds)
        changes_agree(snapshot, {first: Wanted(live, first), day: wanted})
    store.close()


def test_breakdowns_of_a_store_counted_by_hand_say_seven() -> None:
    september = (
        item("R1", grade="2", deadline="01/08/2023", lead="Supt Ash", cause_of_concern="C1"),
        item("R2", grade="3", status="Awaiting sign-off", report_published="05/06/2023"),
        item("R3", status="In progress", report="", report_published=""),
        item("R4", grade="2", addressee="Home Office; Chief Constables", lead="supt  ash"),
        item("R5", addressee="Home Office"),
        *(item(f"{gone[0]}6", status=gone) for gone in ("Closed", "Superseded", "Not for the force")),
        *(item(f"A{grade}", kind="AFI", grade=grade, report="PEEL 2021/22") for grade in "42"),
        item("C1", kind="CoC"),
    )
    store, first = empty_store(), told.DATES[1]
    for day, listed in ((first, (item("R1"), item("R9"), item("C1", kind="CoC"))), (PAPER_DAY, september)):
        imported(store, items_csv(*({"report_published": "02/11/2022"} | cells for cells in listed)), day)
    import_graded(store, PAPER_DAY, "Suffolk", [0, 4, 6, 0, 0, *[0] * 5])
    with store.snapshot() as snapshot:
        register, found = register_of(snapshot, HOME, PAPER_DAY), reports_of(snapshot, HOME, PAPER_DAY)
        grades, answer = grades_at(snapshot, VIEW.on(PAPER_DAY)), period_changes(snapshot, HOME, first, PAPER_DAY)
    ageing, kinds = ageing_in(register), {"Causes of concern": 1, "Recommendations": 4, "Areas for improvement": 2}
    assert printed(ageing_tables.lead_table(ageing)) == {"Open": 7, **kinds, "Overdue": 1}
    assert [(line.name, line.open) for line in ageing.leads] == [("Supt Ash", 2), ("No lead stated", 5)]
    assert [line.open for line in found.lines] == [3, 2, 1, 1]
    assert printed(report_table.reports_table(found))["Open"] == len(register.open) == 7
    assert [[*row.by_grade.values()] for row in grades.rows[:2]] == [[0, 3, 1, 1, 1], [0, 7, 7, 1, 1]]
    assert [(cause.item.name, len(cause.open)) for cause in causes_in(register).causes] == [("C1", 1)]
    assert {grade: flow.after for grade, flow in answer.by_grade.items()} == {
        "Causes of concern": 1,
        "2": 2,
        "3": 1,
        "not graded": 1,
    }
