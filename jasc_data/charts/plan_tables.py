"""The tables of a projection: the figures now and then, and the lists that reach a target."""

import pandas as pd

from jasc_data.analysis.commentary import against, rank_words
from jasc_data.analysis.comparison import Comparison, KindComparison
from jasc_data.analysis.plan import Plan
from jasc_data.analysis.plan_lists import Path
from jasc_data.analysis.plan_words import step_words
from jasc_data.figures import average, lost

_NOT_HELD = "not held"


def projection_table(plan: Plan) -> pd.DataFrame:
    """A row per kind: open now, signed off, projected, rank and both differences as projected (with today's)."""
    rows = []
    for kind, now in plan.now.kinds.items():
        then = plan.then.kinds[kind]
        rows.append(
            {
                "Kind": kind.heading,
                "Open now": f"{now.home.open:,}" if now.home else _NOT_HELD,
                "Signed off": lost(plan.signed_off[kind]) if kind in plan.signed_off else "not known",
                "Projected": f"**{then.home.open:,}**" if then.home else _NOT_HELD,
                "Rank in the MSG": _both(*(rank_words(e.rank) if e.rank else _NOT_HELD for e in (now, then))),
                "From the MSG average": _both(_from_group(plan.now, now), _from_group(plan.then, then)),
                "From the national average": _both(_from_nation(now), _from_nation(then)),
            }
        )
    return pd.DataFrame(rows).set_index("Kind")


def path_table(path: Path) -> pd.DataFrame:
    """The steps of a list, in order."""
    rows = [
        {
            "Sign off": step.what,
            "Items": step_words(step),
            "Then open": f"{step.left:,}",
        }
        for step in path.steps
    ]
    return pd.DataFrame(rows)


def _both(now: str, then: str) -> str:
    return then if now == then else f"{then} (now {now})"


def _from_group(comparison: Comparison, entry: KindComparison) -> str:
    if entry.home is None or entry.group_average is None:
        return _NOT_HELD
    return f"{_from(entry.home.open, entry.group_average)}{comparison.averaged(entry).in_brackets}"


def _from_nation(entry: KindComparison) -> str:
    if entry.home is None or entry.national is None:
        return _NOT_HELD
    return f"{_from(entry.home.open, entry.national.value)}{entry.national.in_brackets}"


def _from(open_: int, mean: float) -> str:
    """``2.6 below, close to 106.6``."""
    difference = open_ - mean
    apart = f"{average(abs(difference))} {'above' if difference > 0 else 'below'}"
    words = against(open_, mean)
    return f"{words} {average(mean)}" if words == "the same as" else f"{apart} {average(mean)}"
