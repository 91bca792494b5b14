"""Issuing the paper that is shown, and papers issued before: their bytes, and what was done to the exports since."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from jasc_data.domain.access import Action
from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.editorial.paper_actions import issue_paper
from jasc_data.editorial.paper_corrections import corrected_figures
from jasc_data.editorial.paper_issuing import again, to_issue
from jasc_data.editorial.papers import IssuedPaper, issued_papers
from jasc_data.uploads.history import Action as LoggedAction
from jasc_data.uploads.history import action_log
from jasc_data.uploads.history_tables import log_table
from jasc_data.wording.numbers import local_time, long_date
from pages._shared.invented import may_write
from pages._shared.panels import folded, show_table
from pages._shared.paper_view import WORD
from pages._shared.papers import Chosen, ShownPaper, asked_for, word_of
from pages._shared.session import Session
from pages._shared.writing import kept

_COLUMNS = (
    Column("Paper", Format.PLAIN),
    Column("Issued"),
    Column("For the meeting of"),
    Column("Figures of", Format.LONG_DATE),
    Column("Peers"),
    Column("Marking"),
    Column("SHA-256"),
)


def show_issuing(session: Session, chosen: Chosen, shown: ShownPaper) -> None:
    """The button that issues this paper, and below it every paper that was issued."""
    part = folded("Issue this paper, and papers issued before", "issued")
    if not part.open:
        return
    with part:
        with session.store.snapshot() as snapshot:
            issued, actions = issued_papers(snapshot), action_log(snapshot)
        if may_write(session, Action.ISSUE_PAPERS):
            _offer_issuing(session, chosen, shown, len(issued))
        if issued and not session.demonstration:
            _show_issued(session, issued, actions)


def _offer_issuing(session: Session, chosen: Chosen, shown: ShownPaper, number: int) -> None:
    """The button; number: of papers issued so far, so that one pressed twice issues once."""
    st.markdown("An issued paper is kept as it is, with what its figures rest on; whatever is corrected later is said.")
    if not st.button("Issue this paper", type="primary", key=f"issue-after-{number}"):
        return
    asked, entry = asked_for(session.grounds, chosen), session.snapshot.last_entry
    document = word_of(shown)
    paper = to_issue(document, asked, chosen.parts, entry=entry, written_on=session.today, force=session.home)
    kept(partial(issue_paper, session.store, paper, session.actor))


def _show_issued(session: Session, issued: Sequence[IssuedPaper], actions: Sequence[LoggedAction]) -> None:
    show_table(_issued_table(issued))
    by_number = {paper.paper_number: paper for paper in issued}
    number = st.selectbox("Look at an issued paper", list(by_number)[::-1])
    paper = by_number[number]
    _offer_as_issued(paper)
    since = [action for action in actions if action.action_id > paper.log_entry]
    if not since:
        st.markdown(f"Nothing was done to the exports since paper {number} was made.")
        return
    _show_corrected(session, paper)
    st.markdown(f"**Done to the exports since paper {number} was made:**")
    show_table(log_table(since))


def _offer_as_issued(paper: IssuedPaper) -> None:
    number = paper.paper_number
    st.download_button(
        f"Paper {number} as it was issued (Word)",
        paper.document,
        f"paper-{number}-hmicfrs-{paper.as_of}.docx",
        WORD,
        on_click="ignore",
        icon=":material/download:",
    )


def _show_corrected(session: Session, paper: IssuedPaper) -> None:
    """The headline figures of its own day that are known otherwise now."""
    with session.store.snapshot(paper.log_entry) as then, session.store.snapshot() as now:
        corrected = corrected_figures(paper, then, now, session.grounds.viewpoint)
    day = long_date(paper.as_of)
    if len(corrected):
        st.markdown(f"**Corrected since:** of {day} other headline figures are known now than the paper has.")
        show_table(corrected)
    else:
        st.markdown(f"The headline figures of {day} are known as paper {paper.paper_number} has them.")


def _marking(paper: IssuedPaper) -> str:
    kept = again(paper).asked.marking
    return "not kept" if kept is None else kept or "none"


def _issued_table(issued: Sequence[IssuedPaper]) -> TableSpec:
    rows = (
        (
            paper.paper_number,
            f"{local_time(paper.happened_at)}, {paper.actor.words}",
            long_date(paper.meeting_on) if paper.meeting_on else "not stated",
            paper.as_of,
            "by letters" if paper.anonymised else "named",
            _marking(paper),
            f"{paper.sha256[:12]}…",
        )
        for paper in reversed(issued)
    )
    return TableSpec(_COLUMNS, rows_of(rows), "Papers issued, the latest first", headed_rows=False)
