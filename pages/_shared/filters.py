"""The choices that pages share. Key in, value out; every choice lives in the URL under its key."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.wording.numbers import long_date
from pages._shared.leads import may_leave
from pages._shared.links import binding, unhonoured
from pages._shared.session import Session

LATEST = "Latest"
AS_OF = "as_of"
AVERAGE = "average"
KIND = "kind"
AVERAGES = {
    "With us": AverageBasis.WITH_US,
    "Without us": AverageBasis.WITHOUT_US,
    "Median": AverageBasis.MEDIAN,
}
KINDS = {kind.plural.capitalize() if kind is not Kind.AFI else "AFIs": kind for kind in Kind}
ALL_KINDS = "All three"
_DATE_WIDTH = 190  # pixels that hold the longest date


def check_url(session: Session) -> list[str]:
    """Sentences about choices in the URL that cannot be honoured; must run before any widget erases them."""
    date_words = "No figures are held for the date in this link ({}); the latest are shown."
    average_words = "The average in this link ({}) is not known; the average with us is shown."
    kind_words = "The kind in this link ({}) is not known; all three are shown."
    return [
        *unhonoured(AS_OF, _dates(session), date_words),
        *unhonoured(AVERAGE, AVERAGES, average_words, once=True),
        *unhonoured(KIND, [ALL_KINDS, *KINDS], kind_words),
    ]


def as_of_choice(session: Session) -> date | None:
    """The date that every page shows; None for the latest."""
    chosen = st.selectbox(
        "As of which date",
        _dates(session),
        key=AS_OF,
        bind="query-params",
        label_visibility="collapsed",
        width=_DATE_WIDTH,
    )
    return None if chosen in (None, LATEST) else next(d for d in _held(session) if long_date(d) == chosen)


def keep_as_of() -> None:
    """Keeps the date chosen for the next page, on one that has no such choice."""
    if AS_OF in st.session_state:
        st.session_state[AS_OF] = st.session_state[AS_OF]


def average_choice(home: str) -> AverageBasis:
    """Whose average the MSG's is."""
    chosen = st.segmented_control(
        "MSG average",
        list(AVERAGES),
        default="With us",
        key=AVERAGE,
        bind=binding(AVERAGE),
        required=True,
        help=f"With us: mean of the group, {home} included (the paper's). "
        f"Without us: mean of the others. Median: the middle of the group, {home} included.",
    )
    return AVERAGES.get(chosen or "", AverageBasis.WITH_US)


def kind_choice() -> Kind | None:
    """One kind to look behind, or None for all three."""
    chosen = st.selectbox("Show", [ALL_KINDS, *KINDS], key=KIND, bind="query-params")
    return KINDS.get(chosen or "")


def average_label(basis: AverageBasis) -> str:
    """The word in the URL for an average."""
    return next(label for label, value in AVERAGES.items() if value is basis)


def kind_label(kind: Kind | None) -> str:
    """The word in the URL for a kind, or for all three."""
    return next((label for label, value in KINDS.items() if value is kind), ALL_KINDS)


def copy_link(session: Session, **choices: str) -> None:
    """The address of this page with every choice written out, the date included, ready to be copied and sent."""
    day = session.as_of or session.latest
    written = {AS_OF: long_date(day) if day else LATEST, **may_leave(choices)}
    with st.popover("Copy link", icon=":material/link:"):
        without = "" if may_leave(choices) == choices else ", but for the lead, who can be a person (see the switch)"
        st.markdown(f"This link opens this page with the same date and choices{without}:")
        st.code(f"{(st.context.url or '').split('?')[0]}?{urlencode(written)}", language=None, wrap_lines=True)


def _held(session: Session) -> list[date]:
    return [held.as_of for held in session.dates]


def _dates(session: Session) -> list[str]:
    return [LATEST, *(long_date(day) for day in _held(session))]
