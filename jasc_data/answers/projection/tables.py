"""The tables of a projection: the figures now and then, and the lists that reach a target."""

import pandas as pd

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.text import against, rank_words
from jasc_data.answers.projection.answer import Plan
from jasc_data.answers.projection.lists import Path
from jasc_data.answers.projection.text import step_words
from jasc_data.wording.numbers import average, lost

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


def apart_words(open_: int, mean: float) -> str:
    """How far a figure is from an average: ``2.6 below 106.6``; ``none against 3.6`` where a difference says nothing.

    A difference that is not 0 but would be written so is ``close to``.
    """
    words, shown = against(open_, mean), average(mean) if mean else "0"
    difference = average(abs(open_ - mean))
    if words.endswith("against"):
        return f"{words} {shown}"
    if open_ == mean:
        return f"the same as {average(mean)}"
    return (
        f"close to {shown}" if difference == "0.0" else f"{difference} {'above' if open_ > mean else 'below'} {shown}"
    )


def _from_group(comparison: Comparison, entry: KindComparison) -> str:
    if entry.home is None or entry.group_average is None:
        return _NOT_HELD
    return f"{apart_words(entry.home.open, entry.group_average)}{comparison.averaged(entry).in_brackets}"


def _from_nation(entry: KindComparison) -> str:
    if entry.home is None or entry.national is None:
        return _NOT_HELD
    return f"{apart_words(entry.home.open, entry.national.value)}{entry.national.in_brackets}"
