"""The reports and the register against the store: they sum to the headline whatever the history."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.attention.answer import needs_attention
from jasc_data.answers.attention.text import attention_sentences
from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.answers.item.answer import item_history
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.filter import Choice, filtered
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.reports.charts import SHOWN, report_bars
from jasc_data.answers.reports.history import HistoryPoint, report_history
from jasc_data.answers.reports.history_chart import report_history_chart
from jasc_data.answers.reports.other_forces import spread_sentences, spreads
from jasc_data.answers.reports.tables import progress_table, reports_table
from jasc_data.answers.reports.text import (
    history_sentence,
    report_sentences,
    reports_headline,
    reports_message,
    reports_sentences,
)
from jasc_data.domain.vocabulary import Kind, Status
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from tests.builders import (
    AFI,
    HOME,
    PAPER_DAY,
    REC,
    VIEW,
    ItemCells,
    answer,
    by,
    empty_store,
    imported,
    item,
    items_csv,
    numbered,
    positions_csv,
    whole_histories,
)
from tests.figures import drawn
from tests.tables import as_read

DATES = (date(2023, 5, 4), date(2023, 6, 4), date(2023, 6, 4), PAPER_DAY)
SOURCE = Provenance("Source: items export, 4 Sep 2023")
KINDS = (Kind.CAUSE_OF_CONCERN, Kind.RECOMMENDATION, Kind.AFI)
rows = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["CoC", "Recommendation", "AFI"]),
        "report": st.sampled_from(["", "Vetting", "PEEL 2021/22", "Custody"]),
        "status": st.sampled_from(
            ["Open", "In progress", "Awaiting sign-off", "Closed", "Superseded", "Not for the force"]
        ),
        "grade": st.sampled_from(["", "2", "3"]),
        "addressee": st.sampled_from(["", "Home Office"]),
        "deadline": st.sampled_from(["", "01/05/2023", "Immediately after", "By January 2024"]),
        "target_date": st.sampled_from(["", "01/06/2023", "01/07/2023"]),
    }
)
exports = st.lists(
    st.tuples(
        st.sampled_from(DATES),
        st.dictionaries(st.sampled_from(["T1", "T2", "T3", "T10"]), rows, min_size=1),
        st.sampled_from([ALL_REPORTS, ALL_REPORTS, ONLY_REPORTS_IN_FILE]),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def held_in(histories: list[tuple[date, dict[str, ItemCells], str, bool]]) -> Store:
    store = empty_store()
    for day, items, covers, live in histories:
        cells = [
            {"reference": name, "force": HOME, **parts} | ({"grade": ""} if parts["kind"] == "CoC" else {})
            for name, parts in items.items()
        ]
        number = imported(store, items_csv(*cells), day, reports=covers, kinds=KINDS if covers == ALL_REPORTS else ())
        if not live:
            withdraw(store, number, by())
    return store


@whole_histories
@given(exports)
def test_the_breakdowns_sum_to_the_headline_and_to_each_other(histories: list) -> None:
    with held_in(histories).snapshot() as snapshot:
        for day in sorted(set(DATES))[1:]:
            reports, register = reports_of(snapshot, HOME, day), register_of(snapshot, HOME, day)
            headlines = headlines_at(snapshot, day)
            for kind in Kind:
                by_report = sum(line.by_kind[kind] for line in reports.lines)
                of_register = sum(entry.kind is kind for entry in register.open)
                if kind in reports.held:
                    assert by_report == headlines[(HOME, kind)].open == of_register
                else:
                    assert (HOME, kind) not in headlines
                    assert by_report == 0
                    assert of_register == reports.partial[kind]
            for line in reports.lines:
                own = [i for i in register.own if i.report_id == line.report_id and i.kind in reports.held]
                late = [i for i in own if i.days_overdue(day) is not None]
                closed = [i for i in own if i.standing is Status.CLOSED]
                waiting = [i for i in own if i.counts and i.status is Status.AWAITING_SIGN_OFF]
                assert (line.open, line.overdue) == (sum(i.counts for i in own), len(late))
                assert (line.closed, line.awaiting_sign_off, line.ever) == (len(closed), len(waiting), len(own))
                graded = sum(line.by_grade.values())
                assert graded == line.open - line.by_kind[Kind.CAUSE_OF_CONCERN]
            everything = filtered(register, Choice(statuses=tuple(Status)))
            assert len(everything.own) + len(everything.elsewhere) == len(register.items) == len(register.by_label)
            revised = {
                row["item_key"]: row["revisions"]
                for row in snapshot.raw("figures/target_revisions", day=day, force=None)
            }
            assert {i.item_key: i.revisions for i in register.items if i.revisions} == revised


@whole_histories
@given(exports)
def test_histories_agree_with_the_state_of_every_date(histories: list) -> None:
    with held_in(histories).snapshot() as snapshot:
        for report_id in range(4):
            for point in report_history(snapshot, HOME, report_id, frozenset(Kind), PAPER_DAY):
                register = register_of(snapshot, HOME, point.as_of)
                for kind, number in point.by_kind.items():
                    assert number == sum(i.kind is kind and i.report_id == report_id for i in register.open)
        register = register_of(snapshot, HOME, PAPER_DAY)
        for entry in register.items:
            history = item_history(snapshot, entry.item_key, PAPER_DAY)
            assert history.entries[0].as_of == entry.first_held_on
            closings = sum("eft out" in change for e in history.entries for change in e.changes)
            returns = sum("again" in change for e in history.entries for change in e.changes)
            assert closings - returns == (0 if entry.listed else 1)


@pytest.fixture
def store() -> Store:
    store = empty_store()
    vetting = {"report_published": "02/11/2022", "grade": "2"}
    first = [*numbered(12, **vetting), item("A1", "AFI", "PEEL", grade="3"), item("X1", report="")]
    imported(store, items_csv(*first), date(2023, 6, 5))
    second = [
        *numbered(9, **vetting, status="In progress", deadline="30/04/2023", overdue_reason="A national issue"),
        item("A1", "AFI", "PEEL", grade="3"),
        item("X1", report=""),
        item("O1", addressee="Home Office", **vetting),
    ]
    imported(store, items_csv(*second), PAPER_DAY)
    return store


def test_a_reports_figures_and_sentences(store: Store) -> None:
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
    vetting = reports.by_label["Vetting"]
    assert (reports.open, vetting.open, vetting.overdue, vetting.closed, vetting.ever) == (11, 9, 9, 3, 12)
    assert vetting.reply_due == date(2022, 12, 28)
    assert vetting.oldest_open_held_on == date(2023, 6, 5)
    assert reports.by_label["No report stated"].open == 1
    assert reports_headline(reports) == "Vetting is the largest of 3 reports: 82%, 9 of 11 open items"
    said = " ".join(report_sentences(reports, vetting))
    assert "82%, 9 of 11 open items: 9 recommendations. Closed so far: 25%, 3 of 12 ever held." in said
    assert "date is not held" in " ".join(report_sentences(reports, reports.by_label["PEEL"]))
    assert "Past the HMICFRS deadline on 4 September 2023: 9 items, from Vetting (9)." in reports_sentences(reports)


LONG = "A joint thematic inspection of the police service's response to something with a very long title indeed"


def test_titles_are_never_cut_and_equal_reports_are_all_named() -> None:
    store = empty_store()
    late = {"deadline": "01/08/2023", "report_published": "02/11/2022"}
    titles = (LONG, "Custody", "Vetting")
    imported(store, items_csv(*[item(f"{name}{n}", report=name, **late) for name in titles for n in range(2)]))
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
        attention = needs_attention(snapshot, HOME, PAPER_DAY)
    assert reports_sentences(reports)[1:4] == (
        f"Largest reports on 4 September 2023: {LONG}, Custody and Vetting, with 33%, 2 of 6 open items each.",
        f"Oldest with open items on 4 September 2023: {LONG} (2 open), Custody (2 open) and Vetting (2 open), published "
        "2 November 2022 (10 months before).",
        f"Past the HMICFRS deadline on 4 September 2023: 6 items, from {LONG} (2), Custody (2) and Vetting (2).",
    )
    assert f"Largest reports: {LONG}, Custody and Vetting, with 33%, 2 of 6 open items each." in (
        attention_sentences(answer(store), attention)
    )


def test_many_equal_reports_are_counted() -> None:
    store = empty_store()
    late = {"deadline": "01/08/2023", "report_published": "02/11/2022"}
    imported(store, items_csv(*[item(f"R{name}", report=name, **late) for name in "ABCDE"]))
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
        attention = needs_attention(snapshot, HOME, PAPER_DAY)
    said = reports_sentences(reports)
    assert "On 4 September 2023 5 reports were the largest, with 20%, 1 of 5 open items each." in said
    assert (
        "Oldest with open items on 4 September 2023: 5 reports published 2 November 2022 (10 months before), with "
        "5 open items together." in said
    )
    assert "Past the HMICFRS deadline on 4 September 2023: 5 items, from 5 reports." in said
    assert "5 reports are the largest, with 20%, 1 of 5 open items each." in (
        attention_sentences(answer(store), attention)
    )


def test_the_highest_figure_of_a_history_names_every_date_that_has_it() -> None:
    days = [date(2023, month, 1) for month in range(1, 7)]
    assert history_sentence(points(days, [5, 9, 9, 4, 5, 3])) == (
        "5 open on 1 January 2023, 3 on 1 June 2023; most 9 on 1 February 2023 and 1 March 2023."
    )
    assert history_sentence(points(days, [9, 9, 9, 9, 5, 3])).endswith(
        "; most 9 on 4 dates from 1 January 2023 to 1 April 2023."
    )


def points(days: list[date], counts: list[int]) -> tuple[HistoryPoint, ...]:
    return tuple(HistoryPoint(day, {REC: count}, complete=True) for day, count in zip(days, counts, strict=True))


def test_a_reports_history_is_a_point_a_date(store: Store) -> None:
    with store.snapshot() as snapshot:
        line = reports_of(snapshot, HOME, PAPER_DAY).by_label["Vetting"]
        points = report_history(snapshot, HOME, line.report_id, line.kinds, PAPER_DAY)
    assert [(point.as_of, point.open) for point in points] == [(date(2023, 6, 5), 12), (PAPER_DAY, 9)]
    chart = report_history_chart(line, points, SOURCE)
    assert chart is not None
    assert list(drawn(chart).data[0].y) == [12, 9]
    assert chart.message == "12 open on 5 Jun 2023, 9 on 4 Sep 2023"


def test_a_kind_not_held_yet_is_no_zero_in_the_history() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1")), date(2023, 6, 5))
    imported(store, items_csv(item("R1"), item("A1", "AFI")), PAPER_DAY)
    with store.snapshot() as snapshot:
        line = reports_of(snapshot, HOME, PAPER_DAY).by_label["Vetting"]
        points = report_history(snapshot, HOME, line.report_id, line.kinds, PAPER_DAY)
    assert [point.open for point in points] == [None, 2]


def test_an_issue_elsewhere_counts_the_forces_whose_items_are_held(store: Store) -> None:
    for force, report in (("Suffolk", "Vetting"), ("Norfolk", "Other"), ("Kent", "Vetting")):
        cells = item(
            "Z1", report=report, force=force, **({"report_published": "02/11/2022"} if report == "Vetting" else {})
        )
        imported(store, items_csv(cells), PAPER_DAY, forces=(force,))
    imported(
        store,
        items_csv(item("Z1", report_published="02/11/2022", force="Wiltshire")),
        date(2023, 5, 1),
        forces=("Wiltshire",),
    )
    with store.snapshot() as snapshot:
        line = reports_of(snapshot, HOME, PAPER_DAY).by_label["Vetting"]
        spread = spreads(snapshot, VIEW.on(PAPER_DAY))[line.report_id]
    assert spread_sentences(spread, HOME, PAPER_DAY, shared=True) == (
        "An issue for 1 of the 2 other MSG forces held (the group has 7 others) by items of 4 September 2023: "
        "Suffolk (1) open; none open for Norfolk.",
        "Beyond the MSG an issue for 1 other force, the only one held by items of 4 September 2023: Kent (1) open.",
    )
    assert spread.with_open == 3


def test_nothing_is_said_of_other_forces_that_are_not_held(store: Store) -> None:
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
        line = reports.by_label["Vetting"]
        found = spreads(snapshot, VIEW.on(PAPER_DAY))
    assert "not known" in spread_sentences(found.get(line.report_id), HOME, PAPER_DAY, shared=line.shared)[0]
    assert reports.by_label["PEEL"].report_id != 0
    assert reports.by_label["No report stated"].shared is False


def test_a_difference_from_the_headline_is_said(store: Store) -> None:
    imported(store, positions_csv({HOME: (0, 12, 1)}), date(2023, 9, 6))
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, date(2023, 9, 6))
    said = totals_sentences(answer(store), reports.held, reports.partial, date(2023, 9, 10))
    assert "Recommendations: sums to 10 (items, 4 Sep 2023); headline 12 (positions, 6 Sep 2023)." in said


def test_an_export_of_some_reports_is_no_total() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1")), reports=ONLY_REPORTS_IN_FILE)
    with store.snapshot() as snapshot:
        reports, register = reports_of(snapshot, HOME, PAPER_DAY), register_of(snapshot, HOME, PAPER_DAY)
    assert (reports.open, reports.partial[REC], len(register.open)) == (0, 1, 1)
    said = totals_sentences(answer(store, PAPER_DAY), reports.held, reports.partial, PAPER_DAY)
    assert said == (
        "Not counted here: 1 recommendation known from exports of some reports only, which give no total; see the Register page.",
    )


def many_reports(count: int) -> Store:
    store = empty_store()
    title = "A thematic inspection of something with a long and telling title, number"
    cells = [item(f"R{n}-{k}", report=f"{title} {n}") for n in range(1, count + 1) for k in range(n)]
    imported(store, items_csv(*cells))
    return store


@pytest.mark.parametrize("count", [1, 12, 13, 30])
def test_the_bars_sum_to_the_total_and_no_title_is_cut(count: int) -> None:
    with many_reports(count).snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
    chart = report_bars(reports, SOURCE)
    assert chart is not None
    bars = drawn(chart).data[0]
    assert sum(bars.x) == reports.open == count * (count + 1) // 2
    assert len(bars.x) == min(count, SHOWN + 1)
    names = drawn(chart).layout.yaxis.ticktext
    assert f"number {count}" in names[0].replace("<br>", " ")
    if count > SHOWN:
        assert f"{count - SHOWN} more report" in names[-1]
        assert bars.customdata[-1][0] == ""
    assert len(chart.alt) <= ALT_LIMIT
    assert len(reports_message(reports).split()) <= 12
    assert list(as_read(chart.table)["Open"])[-1] == f"{reports.open:,}"
    assert list(as_read(progress_table(reports))["Closed so far"])[-1] == f"0 of {reports.open:,}"


def test_titles_from_files_are_never_html_in_a_chart() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1", report="<b>x</b> & <a href='x'>y</a>")))
    with store.snapshot() as snapshot:
        chart = report_bars(reports_of(snapshot, HOME, PAPER_DAY), SOURCE)
    assert chart is not None
    assert "&lt;a href" in drawn(chart).layout.yaxis.ticktext[0]
    assert "<a " not in str(drawn(chart).layout)


def test_no_open_items_make_no_chart_and_no_division_by_nothing() -> None:
    store = empty_store()
    imported(store, items_csv(item("A1", "AFI", status="Closed")))
    with store.snapshot() as snapshot:
        reports = reports_of(snapshot, HOME, PAPER_DAY)
    assert report_bars(reports, SOURCE) is None
    assert reports_headline(reports) == "West Mercia has no open items by the items held"
    assert list(as_read(reports_table(reports))["Share"]) == ["none open", "none open"]
    assert AFI in reports.held
