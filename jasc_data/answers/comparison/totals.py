"""What must be said beside a breakdown of items: that its total is the headline's, or in what it differs."""

from collections.abc import Mapping
from datetime import date

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.figures.open_items import ItemsHeld
from jasc_data.domain.policy import STALE_AFTER_DAYS
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import listed, long_date
from jasc_data.wording.totals import other_than_headline


def totals_sentences(
    comparison: Comparison,
    held: Mapping[Kind, ItemsHeld],
    partial: Mapping[Kind, int],
    today: date,
    *,
    partial_counted: bool = False,
) -> tuple[str, ...]:
    """What must be said beside a breakdown of items: other totals in the headline, kinds not held, age.

    partial: open items of the kinds that are known from exports of some reports only; whether they are counted here.
    """
    lines = []
    for kind, entry in held.items():
        home = comparison.kinds[kind].home if kind in comparison.kinds else None
        if other := other_than_headline(kind, entry, home):
            lines.append(other)
        if entry.complete_as_of != entry.as_of:
            lines.append(
                f"{kind.heading}: the export of {long_date(entry.as_of)} is of some reports only; "
                f"the others are as of {long_date(entry.complete_as_of)}."
            )
    counted = [kind.counted(number) for kind, number in partial.items() if number]
    if counted:
        known = f"{listed(counted)} known from exports of some reports only, which give no total"
        lines.append(
            f"Counted here: {known}." if partial_counted else f"Not counted here: {known}; see the Register page."
        )
    missing = [kind.plural for kind in Kind if kind not in held and kind not in partial]
    if missing and held:
        lines.append(f"No items export of the {listed(missing)} is held, so none are shown here.")
    oldest = min((entry.complete_as_of for entry in held.values()), default=today)
    if (today - oldest).days > STALE_AFTER_DAYS:
        lines.append(f"The items are of {long_date(oldest)}, {(today - oldest).days:,} days before today.")
    return tuple(lines)
