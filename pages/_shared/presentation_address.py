"""The address of a presentation: which views in which order, as of when, and what was known when it began (rule 21).

Whoever opens the address sees the same figures, whatever was committed, withdrawn or restored since.
"""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from jasc_data.documents.presentation.sets import views_named
from jasc_data.wording.numbers import long_date
from pages._shared.filters import AS_OF
from pages._shared.time_choices import SINCE

VIEW, VIEWS, KNOWN, FROM, LEADS, NOTES = "view", "views", "known", "from", "leads", "notes"
_INVENTED = "demonstration-"  # before the entry, in a presentation of the demonstration


@dataclass(frozen=True)
class Presentation:
    """What an address says. entry: of the log, up to which what happened is known; of the demonstration's if invented.

    first: the view that is shown first. since: the date that changes are counted from, None for none. back: the page to
    return to. leads: whether leads are named. notes: the speaker's page.
    """

    views: tuple[str, ...]
    first: str
    as_of: date
    since: date | None
    entry: int
    invented: bool = False
    back: str = ""
    leads: bool = False
    notes: bool = False

    @property
    def address(self) -> str:
        """The address that opens it again."""
        choices = {
            VIEW: self.first,
            VIEWS: ",".join(self.views),
            AS_OF: self.as_of.isoformat(),
            **({SINCE: self.since.isoformat()} if self.since else {}),
            KNOWN: f"{_INVENTED if self.invented else ''}{self.entry}",
            FROM: self.back,
            **({LEADS: "named"} if self.leads else {}),
            **({NOTES: "yes"} if self.notes else {}),
        }
        return f"present?{urlencode(choices, safe=',')}"

    @property
    def speakers_page(self) -> "Presentation":
        """The same with the sentences behind each view."""
        return replace(self, notes=True)

    def way_back(self, latest: date | None) -> str:
        """The address of the page that it was begun on, as of the same date; of the latest without one."""
        page = self.back or "."
        return page if self.as_of == latest else f"{page}?{urlencode({AS_OF: long_date(self.as_of)})}"


def presentation_asked_for() -> Presentation | None:
    """The presentation that the address of this visit opens; None where it names none, or not wholly."""
    asked = st.query_params
    views, _ = views_named(asked.get(VIEWS, ""))
    known = asked.get(KNOWN, "")
    entry = known.removeprefix(_INVENTED)
    as_of = _day(asked.get(AS_OF, ""))
    if not (views and asked.get(VIEW) and as_of and entry.isascii() and entry.isdecimal() and len(entry) < 10):
        return None
    first = asked[VIEW] if asked[VIEW] in views else views[0]
    since = _day(asked.get(SINCE, ""))
    return Presentation(
        views,
        first,
        as_of,
        since if since and since < as_of else None,
        int(entry),
        invented=known.startswith(_INVENTED),
        back=page_come_from(),
        leads=asked.get(LEADS) == "named",
        notes=asked.get(NOTES) == "yes",
    )


def page_come_from() -> str:
    """The page of the dashboard that the address says one came from; blank for none, or an address elsewhere."""
    page = st.query_params.get(FROM, "")
    return page if page.isalpha() and page.isascii() else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
