"""The choices of the Path to target page, in the URL; the projection is made anew with every one."""

from urllib.parse import urlencode

import streamlit as st

from jasc_data.answers.projection.answer import Choices, OpenNow, Projection, projected
from jasc_data.domain.settings import HIGHEST_TARGET
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.wording.grades import grade_words
from jasc_data.wording.numbers import long_date
from jasc_data.wording.statuses import standing_words
from pages._shared.answers import comparison_of, open_now_of
from pages._shared.filters import AS_OF, LATEST
from pages._shared.links import unhonoured
from pages._shared.session import Session

REPORTS, GRADES, STATUSES, KIND_OF_TARGET = "sign_off_reports", "sign_off_grades", "sign_off_statuses", "target_for"
KINDS = {kind.short_heading: kind for kind in (Kind.RECOMMENDATION, Kind.AFI, Kind.CAUSE_OF_CONCERN)}
GRADE_LABELS = {grade_words(grade): grade for grade in Grade}
STATUS_LABELS = {standing_words(status): status for status in Status if status.counts_as_open}


def below_key(kind: Kind) -> str:
    """The name in the URL of a kind's target."""
    return f"below_{kind}"


def projection_of(session: Session) -> Projection:
    """The home force's figures with nothing signed off yet."""
    return projected(comparison_of(session.grounds), open_now_of(session.grounds), Choices())


def projection_url_problems(projection: Projection) -> list[str]:
    """Sentences about choices in the URL that cannot be honoured; must run before any widget erases them."""
    allowed = {REPORTS: projection.reports, GRADES: GRADE_LABELS, STATUSES: STATUS_LABELS, KIND_OF_TARGET: KINDS}
    found = [
        sentence
        for key, options in allowed.items()
        for sentence in unhonoured(
            key, options, "A choice in this link ({}) fits nothing open; it is left out.", each=True
        )
    ]
    for kind in Kind:
        value = st.query_params.get(below_key(kind))
        if value and not _is_target(value):
            found += unhonoured(
                below_key(kind), (), "The target in this link ({}) is not a whole number; it is left out."
            )
    return found


def _is_target(value: str) -> bool:
    """Digits alone: Streamlit would read ``1.5``, and fall over ``inf``."""
    return value.isascii() and value.isdecimal() and len(value) <= len(str(HIGHEST_TARGET)) and int(value) >= 1


def choices_made(projection: Projection) -> tuple[Choices, dict[str, list[str]]]:
    """What is taken as signed off, and the same as it stands in the URL."""
    by_report, by_grade, by_status = st.columns([6, 3, 3])
    with by_report:
        reports = st.multiselect("Signed off: reports", projection.reports, key=REPORTS, bind="query-params")
    with by_grade:
        grades = st.multiselect("Of these, grades", list(GRADE_LABELS), key=GRADES, bind="query-params")
    with by_status:
        statuses = st.multiselect("Of these, statuses", list(STATUS_LABELS), key=STATUSES, bind="query-params")
    made = Choices(
        frozenset(reports),
        frozenset(GRADE_LABELS[label] for label in grades),
        frozenset(STATUS_LABELS[label] for label in statuses),
    )
    return made, {REPORTS: reports, GRADES: grades, STATUSES: statuses}


def target_made(session: Session) -> tuple[Kind, int | None]:
    """Which kind is to come below which figure; None until a target is set, here or in the settings."""
    of, below = st.columns(2)
    with of:
        kind = KINDS[
            st.selectbox("Target for", list(KINDS), key=KIND_OF_TARGET, bind="query-params") or next(iter(KINDS))
        ]
    with below:
        figure = st.number_input(
            "Below",
            min_value=1,
            max_value=HIGHEST_TARGET,
            value=session.target if kind is Kind.RECOMMENDATION else None,
            step=1,
            placeholder="Set a target",
            key=below_key(kind),
            bind="query-params" if _is_target(st.query_params.get(below_key(kind)) or "1") else None,
        )
    return kind, None if figure is None else int(figure)


def with_choices(projection: Projection, choices: Choices) -> Projection:
    """The projection with the choices signed off."""
    return projected(projection.now, OpenNow(projection.held, projection.items), choices)


def projection_link(session: Session, kind: Kind, below: int | None, written: dict[str, list[str]]) -> None:
    """The address of this projection with every choice written out, ready to be copied and sent."""
    day = session.as_of or session.latest
    label = next(name for name, value in KINDS.items() if value is kind)
    choices = {AS_OF: long_date(day) if day else LATEST, **written, KIND_OF_TARGET: label}
    choices |= {below_key(kind): str(below)} if below else {}
    with st.popover("Copy link", icon=":material/link:"):
        st.markdown("This link opens this projection with the same date and choices:")
        address = f"{(st.context.url or '').split('?')[0]}?{urlencode(choices, doseq=True)}"
        st.code(address, language=None, wrap_lines=True)
