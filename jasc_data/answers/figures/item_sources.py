"""Where a force's items come from: the exports behind them, and the totals that their breakdowns must sum to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.answers.figures.open_items import ItemsHeld
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import listed, local_time, long_date, short_date

_NAMED = 3


@dataclass(frozen=True)
class ItemSource:
    """An export behind the items of a force."""

    upload_id: int
    as_of: date
    file_name: str
    committed_at: datetime


def item_sources(snapshot: Snapshot, force: str, day: date) -> tuple[ItemSource, ...]:
    """The exports behind a force's items at a date, latest first."""
    return tuple(snapshot.rows("figures/item_sources", ItemSource, force=force, day=day))


def full_item_source(sources: Sequence[ItemSource]) -> str:
    """For the foot of a page: every export behind the items, the first three by name."""
    if not sources:
        return "Source: no items export is held for this date."
    names = [
        f"items export of {long_date(source.as_of)} ({source.file_name}, uploaded {local_time(source.committed_at)})"
        for source in sources[:_NAMED]
    ]
    rest = len(sources) - _NAMED
    more = [f"{rest} more export{'s' if rest > 1 else ''}"] if rest > 0 else []
    return f"Source: {listed(names + more)}."


def short_item_source(sources: Sequence[ItemSource]) -> str:
    """For the foot of a picture or a file."""
    days = sorted({source.as_of for source in sources})
    if not days:
        return "Source: no items export is held"
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    return f"Source: items export{'s' if len(sources) > 1 else ''}, {when}"


def items_date(held: Mapping[Kind, ItemsHeld]) -> str:
    """The date of the items: ``4 Sep 2023``, or the earliest and the latest of the kinds."""
    days = sorted({entry.as_of for entry in held.values()})
    if not days:
        return "no date"
    return short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"


def some_reports_only(home: str, day: date) -> str:
    """What to upload when the only items held are of some reports, which give no total."""
    return (
        f"On {long_date(day)} only exports of some reports of {home} are held, which give no total. Upload an items "
        "export of all reports to see it here; the Register page shows what is known."
    )


def kind_not_held(home: str, kind: Kind) -> str:
    """What to upload when items are held, but not all of this kind."""
    return f"Not all {kind.plural} of {home} are held as items. Upload an items export of all reports that has them."


def nothing_held(home: str, as_of: date | None) -> str:
    """What to upload when no item of the force is held."""
    if as_of is None:
        return "No figures are held. Upload an export on the Upload page, or restore one on the Uploads page."
    return (
        f"Only counts are held for {home} on {long_date(as_of)}, and no items. Upload an items export of {home} "
        "(a row per cause of concern, recommendation or AFI, with its report) to see them here."
    )
