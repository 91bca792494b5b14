"""The pace of a store: of each kind and of all together, from the very quarters of the trend."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given

from jasc_data.answers.pace.answer import pace_at
from jasc_data.answers.pace.back_test import BackTest
from jasc_data.answers.pace.quarters import is_whole, net
from jasc_data.answers.pace.rule import Rate
from jasc_data.answers.trend.periods import Every, periods
from jasc_data.domain.vocabulary import Kind
from tests.answers.pace.held import FIRST, QUARTER, export, filled, pace_of
from tests.answers.test_histories import DATES, Action, histories, lived
from tests.builders import AFI, COC, HOME, REC, imported, positions_csv, whole_histories

TOGETHER = [{COC: 2, REC: rec, AFI: afi} for rec, afi in ((20, 9), (16, 9), (26, 8), (18, 8), (20, 10))]


def test_each_kind_and_all_together_by_hand() -> None:
    """Recommendations -4, 10, -8, 2; AFIs 0, -1, 0, 2; causes 0; together -4, 9, -8, 4."""
    store, day = filled(TOGETHER)
    found = pace_of(store, day)
    assert {scope: (pace.rate and (pace.rate.better, pace.rate.worse)) for scope, pace in found.scopes.items()} == {
        None: (Fraction(-6), Fraction(13, 2)),
        COC: (Fraction(0), Fraction(0)),
        REC: (Fraction(-6), Fraction(6)),
        AFI: (Fraction(-1, 2), Fraction(1)),
    }
    pace = found.scopes[None]
    assert (pace.open, pace.as_of, pace.current, pace.tested) == (32, day, True, BackTest(0, 0, None))
    assert [(each.opened, each.closed, each.before, each.after) for each in pace.quarters] == [
        (4, 0, 28, 32),
        (0, 8, 36, 28),
        (10, 1, 27, 36),
        (0, 4, 31, 27),
    ]
    assert found.told(None) == (pace, pace.rate)


def test_one_that_was_superseded_left_and_was_not_closed() -> None:
    store, day = filled([{REC: 5}] * 4)
    imported(store, export({REC: 5}, {"R5": "Superseded", "R4": "Closed"}), day + QUARTER, today=day + QUARTER)
    latest = pace_of(store, day + QUARTER).scopes[REC].quarters[0]
    assert (latest.opened, latest.closed, latest.left, net(latest)) == (0, 1, 1, -2)


def test_three_quarters_tell_no_pace() -> None:
    store, day = filled(TOGETHER[:4])
    found = pace_of(store, day)
    assert found.told(None) is None
    assert [len(pace.quarters) for pace in found.scopes.values()] == [3, 3, 3, 3]


def test_a_kind_that_is_not_held_as_items_leaves_all_together_untold() -> None:
    store, day = filled([{REC: count} for count in (20, 16, 26, 18, 20)])
    found = pace_of(store, day)
    assert set(found.scopes) == {REC}
    assert found.told(REC)
    assert found.told(None) is None


def test_items_of_more_than_92_days_before_the_date_tell_no_pace() -> None:
    store, day = filled(TOGETHER)
    imported(store, positions_csv({HOME: (2, 21, 10)}), day + timedelta(days=93), today=day + timedelta(days=93))
    assert pace_of(store, day + timedelta(days=92)).told(None)
    assert pace_of(store, day + timedelta(days=93)).told(None) is None


def test_the_pace_of_an_earlier_date_knows_nothing_later() -> None:
    long, day = filled([*TOGETHER, {COC: 2, REC: 90, AFI: 10}])
    short, end = filled(TOGETHER)
    assert day == end + QUARTER
    before, then = pace_of(long, end), pace_of(short, end)
    assert before.scopes == then.scopes


def test_only_the_last_eight_quarters_give_the_rate_and_all_of_them_the_test() -> None:
    store, day = filled([{REC: 20 + count} for count in (0, 9, 9, 9, 9, 9, 9, 9, 9, 9)], first=date(2021, 3, 1))
    pace = pace_of(store, day).scopes[REC]
    assert len(pace.quarters) == 8
    assert pace.rate == Rate(Fraction(0), Fraction(0), Fraction(0))
    assert pace.tested.quarters == 5


def test_exports_between_give_the_same_quarters_and_one_that_has_begun_is_left_out() -> None:
    """The last export is of 28 February 2022: one of January lies within its quarter, one of April begins the next."""
    store, day = filled(TOGETHER)
    april = day + timedelta(days=45)
    for between, count in ((day - timedelta(days=30), 19), (april, 17)):
        imported(store, export({COC: 2, REC: count, AFI: 10}), between, today=april)
    found = pace_of(store, april).scopes[REC]
    assert (found.as_of, found.open) == (april, 17)
    assert [net(each) for each in found.quarters] == [2, -8, 10, -4]
    assert (found.quarters[-1].since, found.quarters[0].last) == (FIRST, day)


@whole_histories
@given(histories)
def test_every_pace_is_of_the_trends_quarters_and_adds_up(history: list[Action]) -> None:
    store, _ = lived(history)
    with store.snapshot() as snapshot:
        found, told = pace_at(snapshot, HOME, DATES[-1]), periods(snapshot, HOME, DATES[-1], Every.QUARTER)
    for scope, pace in found.scopes.items():
        kinds = [scope] if scope else list(Kind)
        assert pace.open == sum(told[kind][0].after for kind in kinds)
        assert pace.as_of == max(told[kind][0].last for kind in kinds)
        for each in pace.quarters:
            assert is_whole(each)
            assert net(each) == each.opened - each.closed - each.left + each.moved
            parts = [part for kind in kinds for part in told[kind] if part.label == each.label]
            assert (each.before, each.after) == (sum(p.before for p in parts), sum(p.after for p in parts))
        assert (pace.rate is None) == (len(pace.quarters) < 4)
    assert (None in found.scopes) == all(told.get(kind) for kind in Kind)
    store.close()
