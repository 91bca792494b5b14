"""The pace in sentences: what was seen, what comes of it if it goes on, and how well the rule has done."""

from datetime import date

from dateutil.relativedelta import relativedelta

from jasc_data.answers.pace.answer import Pace, Scope, ScopePace
from jasc_data.answers.pace.back_test import BackTest
from jasc_data.answers.pace.quarters import AT_LEAST, LONGEST, SHORTEST
from jasc_data.answers.pace.rule import AHEAD, FARTHEST, Expected, Rate, Reached, expected, reached
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.definitions import LEFT_WORDS
from jasc_data.wording.numbers import average, counted, listed, long_date, long_month, more_or_fewer, part_of
from jasc_data.wording.totals import other_than_headline

AS_HELD = "The pace starts from the items held: nothing that is chosen above as signed off is taken off."
RULE = (
    "A whole quarter has exports at its ends that lie "
    f"{SHORTEST.days} to {LONGEST.days} days apart. The better half of the quarters are those after which the "
    "fewest more, or the most fewer, items were open; of an odd number the middle one is in neither half."
)
_YEARS = FARTHEST // 4


def months_on(day: date, quarters: int) -> str:
    """The month so many quarters after a day: ``September 2024``."""
    return long_month(day + relativedelta(months=3 * quarters))


def range_words(found: Expected) -> str:
    """``between 76 and 159``; ``76`` where both ends are the same."""
    return f"{found.least:,}" if found.least == found.most else f"between {found.least:,} and {found.most:,}"


def pace_heading(pace: Pace, scope: Scope, below: int | None = None) -> str:
    """What the pace comes to: for a target when it is reached, else how many more or fewer a quarter."""
    told = pace.told(scope)
    if told is None:
        return "Pace: not known"
    found, rate = told
    if below is None:
        return f"Pace: {_a_quarter(rate)} on average"
    when = reached(found.open, rate, below)
    aim = f"below {_counted(scope, below)}"
    if when is None:
        return f"At this pace: {aim} already"
    if when.earliest is None:
        return f"At this pace: not {aim}{_within(rate.better < 0)}{_trusted(found.tested)}"
    at_worst = "" if when.latest else f", at worst {f'after more than {_YEARS} years' if rate.worse < 0 else 'never'}"
    return f"At this pace: {aim} {_when(pace, found, when)}{at_worst}{_trusted(found.tested)}"


def pace_sentences(pace: Pace, scope: Scope, below: int | None = None) -> tuple[str, ...]:
    """What was seen, what comes of it, when the target is reached (below: where there is one), how the rule did."""
    told = pace.told(scope)
    if told is None:
        return (no_pace(pace, scope),)
    found, rate = told
    aim = () if below is None else (_target(pace, found, rate, below),)
    return (_seen(pace, scope, found, rate), _if_it_goes_on(found, rate), *aim, how_it_did(found.tested))


def pace_lines(pace: Pace, scope: Scope, below: int | None = None) -> tuple[str, ...]:
    """The same to be copied, a line a kind, so that each names its dates; without a target of each kind as well."""
    scopes = (scope,) if scope or below is not None else (None, *Kind)
    return tuple(" ".join(pace_sentences(pace, each, below)) for each in scopes)


def no_pace(pace: Pace, scope: Scope) -> str:
    """The one sentence of why no pace is told."""
    start = f"No pace of the {_named(scope)} of {pace.home} is told on {long_date(pace.as_of)}"
    found = pace.scopes.get(scope)
    if found and not found.current:
        whose = scope.plural if scope else "one kind or more"
        return f"{start}: the latest items export of {whose} is more than {CURRENT_FOR.days} days older."
    if found:
        held = f"{len(found.quarters):,} {'is' if len(found.quarters) == 1 else 'are'} held"
        return f"{start}: it takes {AT_LEAST} whole quarters of items exports in the last two years, and {held}."
    missing = [kind for kind in ([scope] if scope else Kind) if kind not in pace.scopes]
    return f"{start}: two items exports that hold all {listed([kind.plural for kind in missing])} are needed."


def pace_notices(pace: Pace, scope: Scope) -> tuple[str, ...]:
    """What must be said beside the pace where the headline is another figure than the items' (rule 8)."""
    kinds = [kind for kind in ([scope] if scope else Kind) if pace.told(kind)]
    found = [
        other_than_headline(kind, pace.scopes[kind], pace.headlines.get(kind), which="behind this pace")
        for kind in kinds
    ]
    return tuple(line for line in found if line)


def how_it_did(found: BackTest) -> str:
    """How the rule did at the past quarters held."""
    if found.off is None:
        return "Not tested yet: no whole quarter after the fourth is held."
    poor = ": so far a poor guide" if found.is_poor else ""
    return (
        f"Tested on {counted(found.quarters, 'past quarter')}, each against what was open four quarters later (or as "
        f"many as are held): the range held the actual figure in {part_of(found.held, found.quarters)}, and its middle "
        f"was off by {average(found.off)} on average{poor}."
    )


def _trusted(found: BackTest) -> str:
    """What a heading must say of a rule that was never tried, or did badly."""
    if found.off is None:
        return " (a rule not tested yet)"
    return " (so far a poor guide)" if found.is_poor else ""


def _seen(pace: Pace, scope: Scope, found: ScopePace, rate: Rate) -> str:
    quarters = found.quarters
    opened, closed, left, moved = (
        sum(getattr(each, what) for each in quarters) for what in ("opened", "closed", "left", "moved")
    )
    also = [f"{left:,} {LEFT_WORDS}"] if left else []
    also += [f"{abs(moved):,} {'came from' if moved > 0 else 'went to'} other kinds"] if moved else []
    flows = listed([f"{_counted(scope, opened)} opened", f"{closed:,} closed", *also])
    return (
        f"{pace.home}, {len(quarters):,} whole quarters between {long_date(quarters[-1].since)} and "
        f"{long_date(quarters[0].last)}: {flows}, on average {_a_quarter(rate)}."
    )


def _if_it_goes_on(found: ScopePace, rate: Rate) -> str:
    better, worse = more_or_fewer(float(rate.better)), more_or_fewer(float(rate.worse))
    halves = f"between {better}, the average of their better half, and {worse}, that of their worse half"
    span = f"{better} in each" if rate.better == rate.worse else halves
    return (
        f"A projection, not a figure held: if as many are opened and closed a quarter as in these ({span}), "
        f"{range_words(expected(found.open, rate, AHEAD))} would be open in {months_on(found.as_of, AHEAD)}, "
        f"against {found.open:,} on {long_date(found.as_of)}."
    )


def _target(pace: Pace, found: ScopePace, rate: Rate, below: int) -> str:
    when = reached(found.open, rate, below)
    if when is None:
        return f"The number open is below {below:,} already."
    if when.earliest is None:
        why = "" if rate.better < 0 else ": even in the better half of these quarters it did not fall"
        return f"At this pace the number open does not come below {below:,}{_within(rate.better < 0)}{why}."
    slower = f", and at the pace of the worse half not{_within(rate.worse < 0) or ' at all'}"
    return f"The number open would come below {below:,} {_when(pace, found, when)}{'' if when.latest else slower}."


def _when(pace: Pace, found: ScopePace, when: Reached) -> str:
    """``between March 2024 and June 2025``, ``not before March 2024``: of the first quarter to the last."""
    assert when.earliest is not None
    if when == (1, None):
        return "within three months at the earliest"
    first = max(pace.as_of, found.as_of + relativedelta(months=3 * (when.earliest - 1)))
    if when.latest is None:
        return f"not before {long_month(first)}"
    return f"between {long_month(first)} and {months_on(found.as_of, when.latest)}"


def _within(falls: bool) -> str:
    """A pace that falls does come there, later than two years of quarters can tell."""
    return f" within {_YEARS} years" if falls else ""


def _a_quarter(rate: Rate) -> str:
    words = more_or_fewer(float(rate.mean))
    return "as many open after a quarter as before" if words == "no change" else f"{words} open a quarter"


def _named(scope: Scope) -> str:
    return scope.plural if scope else "open items"


def _counted(scope: Scope, number: int) -> str:
    return scope.counted(number) if scope else counted(number)
