"""The tables of the pace: the quarters it is taken from, and what it comes to for each kind."""

from jasc_data.answers.pace.answer import Pace, Scope, ScopePace
from jasc_data.answers.pace.quarters import net
from jasc_data.answers.pace.rule import AHEAD, Rate, expected, halves
from jasc_data.answers.trend.periods import Period
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.table_spec import Cell, Column, Contents, Format, Missing, TableSpec, rows_of
from jasc_data.wording.definitions import LEFT
from jasc_data.wording.numbers import more_or_fewer, part_of

NO_PACE = Missing("no pace told")
_UNTESTED = Missing("not tested")


def quarters_table(pace: Pace, scope: Scope) -> TableSpec:
    """A row per whole quarter, latest first: what opened, closed, left and moved (items), and in which half it is."""
    quarters = pace.scopes[scope].quarters if scope in pace.scopes else ()
    moved = any(each.moved for each in quarters)
    columns = (
        Column("Quarter"),
        Column("From the export of", Format.LONG_DATE),
        Column("To the export of", Format.LONG_DATE),
        *(Column(heading, Format.SIGNED) for heading in ("Opened", "Closed", LEFT)),
        *([Column("Moved from or to other kinds", Format.SIGNED)] if moved else []),
        Column("Change", Format.SIGNED, emphasised=True),
        Column("Open after", Format.COUNT),
        Column("Half"),
    )
    better, worse = halves(quarters)
    half = {each.label: name for name, found in (("better", better), ("worse", worse)) for each in found}
    rows = [_quarter_row(each, half.get(each.label, "neither"), moved=moved) for each in quarters]
    whose = scope.heading if scope else "All kinds together"
    return TableSpec(columns, rows_of(rows), f"{whose}: the quarters that the pace is taken from")


def _quarter_row(quarter: Period, half: str, *, moved: bool) -> Contents:
    ends = (quarter.label, quarter.since, quarter.last)
    flows = (quarter.opened, -quarter.closed, -quarter.left, *([quarter.moved] if moved else []))
    return (*ends, *flows, net(quarter), quarter.after, half)


def scopes_table(pace: Pace) -> TableSpec:
    """A row for all kinds together and for each: open, opened and closed a quarter, and what the range comes to."""
    columns = (
        Column("Kind"),
        Column("Open", Format.COUNT),
        Column("Opened a quarter", Format.AVERAGE),
        Column("Closed a quarter", Format.AVERAGE),
        Column("Change a quarter, better to worse half"),
        Column("Open a year on, if it goes on"),
        Column("Tested: range held"),
    )
    scopes: dict[str, Scope] = {"All kinds together": None, **{kind.heading: kind for kind in Kind}}
    rows = [_scope_row(name, pace, scope) for name, scope in scopes.items()]
    return TableSpec(columns, rows_of(rows), "The pace of each kind, and what is open a year on if it goes on")


def _scope_row(name: str, pace: Pace, scope: Scope) -> Contents:
    told = pace.told(scope)
    if told is None:
        return (name, NO_PACE, *[None] * 5)
    found, rate = told
    tested = found.tested
    better, worse = more_or_fewer(float(rate.better)), more_or_fewer(float(rate.worse))
    return (
        name,
        found.open,
        *(sum(getattr(each, flow) for each in found.quarters) / len(found.quarters) for flow in ("opened", "closed")),
        better if better == worse else f"{better} to {worse}",
        _year_on(found, rate),
        part_of(tested.held, tested.quarters) if tested.quarters else _UNTESTED,
    )


def _year_on(found: ScopePace, rate: Rate) -> Cell:
    least, most = expected(found.open, rate, AHEAD)
    return Cell(least, format=Format.COUNT) if least == most else Cell(f"{least:,} to {most:,}")
