"""Over any history: every point of the trend is what the Position page says at its date, and the periods add up."""

from dataclasses import asdict
from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import given, note

from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.figures.headlines import headlines_at, held_dates
from jasc_data.answers.figures.item_states import Change, ItemState, items_at
from jasc_data.answers.figures.open_items import ItemsHeld
from jasc_data.answers.period_changes.answer import flows, period_changes
from jasc_data.answers.trend.answer import Step, trend
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot
from tests.answers.test_histories import DATES, Action, histories, lived
from tests.builders import HOME, VIEW, whole_histories

States = dict[str, ItemState]


def pairs(before: States, after: States) -> list:  # type: ignore[type-arg]
    return [(before.get(key), after.get(key)) for key in before.keys() | after.keys()]


def the_steps_are_the_headlines_of_every_date(snapshot: Snapshot) -> None:
    steps = snapshot.rows("uploads/dated_headlines", Step)
    for day in DATES:
        current = {(step.force, step.kind): step for step in steps if step.day <= day}
        told = {key: {n: v for n, v in asdict(step).items() if n != "day"} for key, step in current.items()}
        assert told == {key: asdict(held) for key, held in headlines_at(snapshot, day).items()}


def a_point_is_what_the_position_page_says_at_its_date(snapshot: Snapshot) -> None:
    found = trend(snapshot, VIEW)
    assert bool(found.kinds) == bool(held_dates(snapshot, HOME))
    for kind, points in found.kinds.items():
        for point in points:
            entry = compare(snapshot, VIEW, as_of=point.day).kinds[kind]
            exported = entry.home is not None and entry.home.as_of == point.day
            assert (point.home.open if point.home else None) == (entry.home.open if exported else None)
            assert point.members == len(entry.members)
            if any(member.force != HOME for member in entry.members):
                assert point.group_average == entry.group_average
            else:
                assert point.group_average is None
            assert point.national == entry.national


def over_less_time_it_is_what_the_whole_says_of_that_time(snapshot: Snapshot) -> None:
    for as_of in (None, DATES[2]):
        whole = trend(snapshot, VIEW, as_of=as_of)
        if whole.as_of:
            for months in (1, 3):
                since = whole.since(whole.as_of - relativedelta(months=months))
                assert trend(snapshot, VIEW, as_of=as_of, over=months) == since
            for day in (DATES[0], DATES[1], date(2023, 7, 20)):
                assert trend(snapshot, VIEW, as_of=as_of, over=day) == whole.since(day)


def every_period_adds_up_to_the_items_held(snapshot: Snapshot) -> None:
    for every in Every:
        for kind, found in periods(snapshot, HOME, DATES[-1], every).items():
            for period in found:
                flowed = period.opened - period.closed - period.left + period.moved
                assert period.after == period.before + flowed
                held = snapshot.rows("figures/items_held", ItemsHeld, force=HOME, day=period.last)
                assert period.after == next(entry.open for entry in held if entry.kind is kind)


def flows_from_export_to_export_are_the_changes_between_them(snapshot: Snapshot) -> None:
    for kind, found in periods(snapshot, HOME, DATES[-1], Every.EXPORT).items():
        for period in found:
            earlier = max((day for day in DATES if day < period.last), default=None)
            if earlier is None:
                continue
            told = pairs(items_at(snapshot, earlier), items_at(snapshot, period.last))
            of_home = [pair for pair in told if (pair[0] or pair[1]).force == HOME]
            flow = flows(of_home, lambda item: item.kind).get(kind)
            expected = (flow.opened, flow.closed, flow.left, flow.moved_in - flow.moved_out) if flow else (0,) * 4
            assert (period.opened, period.closed, period.left, period.moved) == expected


def the_identity_holds_for_every_force_kind_grade_and_report(snapshot: Snapshot) -> None:
    """Rule 17: open at t2 = open at t1 + opened - closed - left + moved in - moved out."""
    states = [items_at(snapshot, day) for day in DATES]
    for before, after in ((states[0], states[-1]), (states[1], states[2]), (states[3], states[4])):
        for part in ("force", "kind", "grade", "report"):
            told = flows(pairs(before, after), lambda item, part=part: (item.force, getattr(item, part)))  # type: ignore[misc]
            assert all(flow.adds_up for flow in told.values())
            assert sum(flow.after for flow in told.values()) == sum(i.counts for i in after.values())
            assert sum(flow.before for flow in told.values()) == sum(i.counts for i in before.values())


def the_lists_are_as_long_as_the_sums_say(snapshot: Snapshot) -> None:
    answer = period_changes(snapshot, HOME, DATES[1], DATES[-1])
    kinds = [entry.flow for entry in answer.kinds.values() if entry.flow]
    for classes in (answer.by_grade, answer.by_report):
        assert all(flow.adds_up for flow in classes.values())
        assert sum(flow.after for flow in classes.values()) == sum(flow.after for flow in kinds)
    for entry in answer.kinds.values():
        if entry.flow and entry.held_before and entry.held_after:
            assert (entry.flow.before, entry.flow.after) == (entry.held_before.open, entry.held_after.open)
    if set(answer.compared) == set(Kind):
        assert len(answer.of(Change.OPENED)) == sum(flow.opened for flow in kinds)
        assert len(answer.of(Change.CLOSED)) == sum(flow.closed for flow in kinds)
        assert len(answer.of(Change.LEFT)) == sum(flow.left for flow in kinds)


CLAIMS = (
    the_steps_are_the_headlines_of_every_date,
    a_point_is_what_the_position_page_says_at_its_date,
    over_less_time_it_is_what_the_whole_says_of_that_time,
    every_period_adds_up_to_the_items_held,
    flows_from_export_to_export_are_the_changes_between_them,
    the_identity_holds_for_every_force_kind_grade_and_report,
    the_lists_are_as_long_as_the_sums_say,
)


@whole_histories
@given(histories)
def test_every_claim_holds_over_any_history(history: list[Action]) -> None:
    """One history for all of them: to live it takes longer than to look at it."""
    store, _ = lived(history)
    with store.snapshot() as snapshot:
        for claim in CLAIMS:
            note(claim.__name__)
            claim(snapshot)
    store.close()
