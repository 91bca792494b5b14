"""The register's choices, each in the URL: report, item, kind, grade, status, lead, overdue, repeats, words."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jasc_data.answers.figures.report_names import ALL_REPORTS
from jasc_data.answers.links.answer import item_lead, report_lead
from jasc_data.answers.register.answer import Register
from jasc_data.answers.register.filter import NO_LEAD, OPEN, Choice, leads
from jasc_data.answers.reports.answer import Reports
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.wording.grades import grade_words
from jasc_data.wording.statuses import standing_words
from pages._shared.filters import ALL_KINDS, KIND, KINDS
from pages._shared.id_choices import Offered, id_choice, id_key
from pages._shared.leads import ALL_LEADS, LEAD, WITHOUT_LEAD
from pages._shared.links import YES_OR_NO, let_go, tell, unhonoured
from pages._shared.session import Session

REPORT, ITEM, GRADE, STATUS, SEARCH, PAGE = ("report", "item", "grade", "status", "q", "page")
OVERDUE, REPEATS = "overdue", "repeats"
REPORT_ID, ITEM_ID = id_key(REPORT), id_key(ITEM)  # under which a link carries them
ANY_GRADE = "Any grade"
GRADES = {grade_words(grade): grade for grade in Grade}
STATUSES: dict[str, tuple[tuple[Status, ...], bool | None]] = {
    "All open": (OPEN, None),
    "Marked open": ((Status.OPEN,), True),
    "Open (status not given)": ((Status.OPEN,), False),
    **{standing_words(status): ((status,), None) for status in OPEN if status is not Status.OPEN},
    "Closed": ((Status.CLOSED,), None),
    "Superseded": ((Status.SUPERSEDED,), None),
    "Any status": (tuple(Status), None),
    "Addressed to other bodies": ((), None),  # none of the force's own stands so
}
_NAMES = {GRADE: "grade", STATUS: "status", LEAD: "lead", OVERDUE: "choice of overdue", REPEATS: "choice of repeats"}
AT_ONCE = 100  # rows of a list
_FIRST, _SHOWN = "1", "register-page-shown"
ROWS_OF_A_PAGE = 50  # of the register: what a telephone scrolls through in reason


def tell_unknown(allowed: Mapping[str, Sequence[str]], instead: str) -> None:
    """A sentence for each choice in the URL that is not held; must run before the widgets, which erase them."""
    for key, options in allowed.items():
        tell(unhonoured(key, options, f"The {_NAMES[key]} in this link ({{}}) is not among those held; {instead}."))


def item_choice(session: Session, register: Register, told_in: DeltaGenerator) -> int | None:
    """One item to look at, by its id."""
    offered = Offered(
        {number: register.labels[item.item_key] for number, item in register.by_id.items()},
        partial(item_lead, session.grounds.snapshot, register),
        "choose one below",
    )
    return id_choice("Item", ITEM, offered, told_in, placeholder="Choose an item")


def report_choice(
    session: Session, held: Register | Reports, instead: str, told_in: DeltaGenerator, more: str | None = None
) -> int | None:
    """One report to look at, by its number, or None for all."""
    leads_to = partial(report_lead, session.grounds.snapshot, held)
    return id_choice("Report", REPORT, Offered(held.report_labels, leads_to, instead, ALL_REPORTS), told_in, help=more)


def register_choice(session: Session, register: Register, repeating: frozenset[str]) -> Choice:
    """What is asked of the register. A choice in the URL that is not held is said and left out.

    repeating: the keys of the open items that are confirmed to repeat an earlier finding.
    """
    whose = {lead: lead for lead in leads(register)} | {WITHOUT_LEAD: NO_LEAD}
    tell_unknown(
        {
            GRADE: [ANY_GRADE, *GRADES],
            STATUS: list(STATUSES),
            LEAD: [ALL_LEADS, *whose],
            OVERDUE: YES_OR_NO,
            REPEATS: YES_OR_NO,
        },
        "it is left out",
    )
    told_in = st.container()
    words, report, late, again = st.columns([9, 9, 5, 6], vertical_alignment="bottom")
    search = words.text_input(
        "Search the full text", key=SEARCH, bind="query-params", type="search", placeholder="Every word must occur"
    )
    with report:
        report_id = report_choice(session, register, "it is left out", told_in)
    overdue = late.checkbox("Overdue only", key=OVERDUE, bind="query-params")
    repeats = again.checkbox(
        "Repeats only", key=REPEATS, bind="query-params", help="Open items confirmed to repeat an earlier finding"
    )
    kind, grade, status, lead = st.columns(4)
    chosen_kind = kind.selectbox("Kind", [ALL_KINDS, *KINDS], key=KIND, bind="query-params")
    chosen_grade = grade.selectbox("Grade", [ANY_GRADE, *GRADES], key=GRADE, bind="query-params")
    chosen_status = status.selectbox("Status", list(STATUSES), key=STATUS, bind="query-params")
    chosen_lead = lead.selectbox("Lead", [ALL_LEADS, *whose], key=LEAD, bind="query-params")
    statuses, given = STATUSES.get(chosen_status or "", (OPEN, None))
    return Choice(
        search=search or "",
        kind=KINDS.get(chosen_kind or ""),
        report_id=report_id,
        grade=GRADES.get(chosen_grade or ""),
        statuses=statuses,
        status_given=given,
        lead=whose.get(chosen_lead or ""),
        overdue_only=bool(overdue),
        repeating=repeating if repeats else None,
    )


def choices_written() -> dict[str, str]:
    """Every choice as it stands, for the address that is copied; those at their defaults stay out."""
    defaults = {KIND: ALL_KINDS, GRADE: ANY_GRADE, STATUS: "All open", LEAD: ALL_LEADS, SEARCH: ""}
    written = {key: str(st.session_state.get(key) or default) for key, default in defaults.items()}
    written |= {key: "true" for key in (OVERDUE, REPEATS) if st.session_state.get(key)}
    report = st.query_params.get(REPORT_ID)
    return ({REPORT_ID: report} if report else {}) | {k: v for k, v in written.items() if v != defaults.get(k)}


def page_choice(count: int) -> int:
    """Which page of so many rows is shown, counted from 0: of another choice than was shown before, the first."""
    pages = max(1, -(-count // ROWS_OF_A_PAGE))
    choices, given = choices_written(), st.query_params.get(PAGE, _FIRST)
    choices_before, pages_before = st.session_state.get(_SHOWN, (choices, ()))
    from_a_link = given not in pages_before
    absent = unhonoured(PAGE, [str(number + 1) for number in range(pages)], "No page of the register is ({}).")
    if absent and from_a_link:
        tell(absent)
    if absent or (choices != choices_before and not from_a_link):
        let_go(PAGE, int(_FIRST))
    shown = st.pagination(pages, key=PAGE, bind="query-params") if pages > 1 else int(_FIRST)
    st.session_state[_SHOWN] = (choices, (str(shown), st.query_params.get(PAGE, _FIRST)))
    return shown - 1
