"""The names under which exports list an item, each with its dates, and the ids that lead to it (rule 6)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.item.answer import ExportWord, export_words
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
        _names(word for word in export_words(snapshot, item_key, day) if word.listed),
        tuple(row["item_id"] for row in snapshot.raw("item/ids", item_key=item_key)),
    )


def _names(words: Iterable[ExportWord]) -> tuple[Alias, ...]:
    days: dict[tuple[str, str, date | None], list[date]] = defaultdict(list)
    for word in words:
        named = (("Reference", word.reference, None), ("Number", word.number, None))
        for what, name, published in (*named, ("Report", word.report, word.published)):
            if name is not None:
                days[what, name, published].append(word.as_of)
    found = [Alias(what, name, published, min(on), max(on)) for (what, name, published), on in days.items()]
    return tuple(sorted(found, key=_in_order))


def _in_order(alias: Alias) -> tuple[int, date, date, str]:
    return ("Reference", "Number", "Report").index(alias.what), alias.first_on, alias.last_on, alias.words
