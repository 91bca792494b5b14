"""The names under which exports list an item, each with its dates, and the ids that lead to it (rule 6)."""

from dataclasses import dataclass
from datetime import date

from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import listed


@dataclass(frozen=True)
class Alias:
    """A reference, a number or a report (published: with its date), as written; the first and last export with it."""

    what: str
    words: str
    published: date | None
    first_on: date
    last_on: date


@dataclass(frozen=True)
class Aliases:
    """An item's names, and its ids, the lowest of which is its own."""

    names: tuple[Alias, ...]
    ids: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """Which number links to the item carry, and which others lead there too."""
        own, *others = map(str, self.ids)
        numbers, leads = ("number", "leads") if len(others) == 1 else ("numbers", "lead")
        also = (
            f" The {numbers} {listed(others)}, issued under another name of its report, {leads} here too."
            if others
            else ""
        )
        return f"Links to this item carry the number {own}, whatever its names become.{also}"


def aliases_of(snapshot: Snapshot, item_key: str, day: date) -> Aliases:
    """The names of an item up to a day, and the ids that were issued to it."""
    return Aliases(
        tuple(snapshot.rows("item/aliases", Alias, item_key=item_key, day=day)),
        tuple(row["item_id"] for row in snapshot.raw("item/ids", item_key=item_key)),
    )
