"""A total of items beside the headline of another export: both are said wherever both are shown (rule 8)."""

from datetime import date
from typing import Protocol

from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.wording.numbers import long_date, short_date


class Total(Protocol):
    """How many are open, and as of when."""

    @property
    def open(self) -> int:
        """How many are open."""

    @property
    def as_of(self) -> date:
        """Of the export that says so."""


class Headline(Total, Protocol):
    """A total that is the headline, and the type of export that gives it."""

    @property
    def source(self) -> ExportType:
        """Of that export."""


def other_than_headline(
    kind: Kind, total: Total, headline: Headline | None, *, source: ExportType = ExportType.ITEMS, which: str = ""
) -> str | None:
    """``Recommendations: sums to 10 (items, 4 Sep 2023); headline 12 (positions, 6 Sep 2023).``; None for one and the
    same figure, or where there is no headline.

    which: what sums to it, for a sentence that stands in prose: ``The recommendations behind these lines sum to 10
    (items, 4 September 2023); the headline is 12 (positions, 6 September 2023).``
    """
    if headline is None or (total.open, total.as_of) == (headline.open, headline.as_of):
        return None
    if not which:
        return (
            f"{kind.heading}: sums to {total.open:,} ({source}, {short_date(total.as_of)}); "
            f"headline {headline.open:,} ({headline.source}, {short_date(headline.as_of)})."
        )
    also = " as well" if total.open == headline.open else ""
    return (
        f"The {kind.plural} {which} sum to {total.open:,} ({source}, {long_date(total.as_of)}); "
        f"the headline is {headline.open:,}{also} ({headline.source}, {long_date(headline.as_of)})."
    )
