"""Tracking workbooks on the pages: given out for a report, a lead or all, and those that came back."""

from functools import partial

import streamlit as st

from jasc_data.answers.figures.item_sources import full_item_source
from jasc_data.answers.tracking.answer import TrackingHeld, tracking_held
from jasc_data.documents.tracking_workbook import Scope, tracking_file_name, tracking_workbook
from jasc_data.editorial.tracking import ReturnedWorkbook, return_log, returned_workbooks
from jasc_data.editorial.tracking_actions import restore_return, withdraw_return
from jasc_data.editorial.tracking_tables import return_log_table, returns_table
from jasc_data.editorial.tracking_text import returns_headline
from jasc_data.store.original_files import kept_file
from jasc_data.wording.numbers import counted, long_date
from pages._shared.drafts import draft_of
from pages._shared.grounds import Grounds, cached
from pages._shared.leads import leads_named
from pages._shared.panels import XLSX, folded, show_table
from pages._shared.session import Session
from pages._shared.writing import kept

_ALL, _REPORT, _LEAD = "Every open item", "One report", "One lead"


@cached
def tracking_of(grounds: Grounds) -> TrackingHeld:
    """What can be given out of the home force's items, as they stand today."""
    return tracking_held(grounds.snapshot, grounds.viewpoint.home, grounds.today)


def offer_tracking(session: Session) -> None:
    """A workbook to fill in: of which items, and the file."""
    part = folded("Tracking workbooks: give out, to be filled in and sent back", "tracking-out")
    if not part.open:
        return
    with part:
        held = tracking_of(session.grounds)
        st.markdown(
            "An Excel workbook of open items with their steps and positions. Leads write into its white cells; "
            "it comes back on the Upload page, where each change is shown before it is taken in."
        )
        scope = _scope(held)
        if scope is None:
            return
        found = held.asked(scope.report_id, scope.lead)
        st.download_button(
            f"The workbook of {counted(len(found))} (Excel)",
            partial(_workbook, session, held, scope),
            tracking_file_name(held, scope),
            XLSX,
            on_click="ignore",
            icon=":material/download:",
            disabled=not found,
            help=f"As of {long_date(held.day)}. Owners of steps are in it when leads are named, or one lead is chosen.",
        )


def show_returns(session: Session) -> None:
    """The workbooks that came back, and the button that withdraws one or restores it."""
    with session.store.snapshot() as snapshot:
        workbooks, log = returned_workbooks(snapshot), return_log(snapshot)
    if not workbooks:
        return
    st.header(returns_headline(workbooks), anchor=False)
    show_table(returns_table(workbooks))
    by_number = {one.number: one for one in workbooks}
    chosen = st.selectbox(
        "Withdraw a tracking workbook or restore it",
        list(by_number),
        format_func=lambda number: f"{number}: {by_number[number].taken_in.file_name}",
        index=None,
        placeholder="Choose a tracking workbook",
        key="tracking-workbook-looked-at",
        persist_state="session",
    )
    if chosen:
        verb, act = ("Withdraw", withdraw_return) if by_number[chosen].holds else ("Restore", restore_return)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            draft = draft_of(f"return-reason-{verb}-{chosen}")
            reason = draft.asked(st.text_input, "Reason (required; it is kept in the log)", "reason", max_chars=300)
            if st.button(f"{verb} tracking workbook {chosen}", type="primary", disabled=not reason.strip()):
                kept(partial(act, session.store, chosen, session.actor, reason), draft)
        _offer_original(session, by_number[chosen])
    with st.expander("Log of tracking workbooks, in order"):
        show_table(return_log_table(log))


def _offer_original(session: Session, workbook: ReturnedWorkbook) -> None:
    with session.store.snapshot() as snapshot:
        content = kept_file(snapshot, workbook.taken_in.sha256)
    if content is not None:
        label = f"Download the original file of tracking workbook {workbook.number}"
        st.download_button(label, content, workbook.taken_in.file_name, XLSX, on_click="ignore")


def _scope(held: TrackingHeld) -> Scope | None:
    """Which items are chosen; None until a report or a lead is."""
    of = st.radio("Of which items", [_ALL, _REPORT, _LEAD], horizontal=True, key="tracking-of")
    if of == _REPORT:
        labels = {
            number: name
            for number, name in held.steps.register.report_labels.items()
            if any(one.item.report_id == number for one in held.asked())
        }
        report = st.selectbox(
            "Report", list(labels), format_func=labels.__getitem__, index=None, placeholder="Choose a report"
        )
        return None if report is None else Scope(report, with_owners=leads_named())
    if of == _LEAD:
        lead = st.selectbox("Lead, or owner of a step", held.leads, index=None, placeholder="Choose a lead")
        return None if lead is None else Scope(lead=lead)
    return Scope(with_owners=leads_named())


def _workbook(session: Session, held: TrackingHeld, scope: Scope) -> bytes:
    source = full_item_source(held.steps.register.sources)
    return tracking_workbook(held, scope, session.grounds.provenance(source))
