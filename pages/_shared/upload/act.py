"""Withdrawing or restoring an upload: what it would change at every date, the reason, and what happened."""

import streamlit as st

from jasc_data.domain.failures import UserFailure
from jasc_data.domain.vocabulary import LogAction
from jasc_data.uploads.acting import carry_out, rehearse_action
from jasc_data.uploads.action_impact import Acted
from jasc_data.uploads.action_text import done_sentences, foretold_sentences
from jasc_data.uploads.history import LoggedUpload
from jasc_data.uploads.impact_tables import SHOWN, dates_table
from jasc_data.wording.markdown_text import plain
from pages._shared.drafts import draft_of
from pages._shared.panels import show_table
from pages._shared.session import Session
from pages._shared.turns import writing_once
from pages._shared.upload.journey import viewpoint_of

_TOLD, _FORETOLD = "uploads_told", "uploads_foretold"


def show_told(chosen: int | None) -> None:
    """What was done to the upload last, until another one is looked at."""
    told = _told()
    if chosen is None or chosen not in told:
        told.clear()
        return
    st.success("\n\n".join(plain(line) for line in told[chosen]), icon=":material/check:")


def offer_action(session: Session, upload: LoggedUpload) -> None:
    """The action that fits the upload's state, with what it would change."""
    number, home = upload.upload_id, session.settings.home_force
    action, verb = (LogAction.WITHDRAWN, "Withdraw") if upload.live else (LogAction.RESTORED, "Restore")
    try:
        foretold = _foretold(session, number, action)
        said = plain(" ".join(foretold_sentences(foretold, home)))
        st.markdown(f"**{verb} upload {number}?** Nothing is deleted, and it can be undone. {said}")
        _dates(foretold, home)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            draft = draft_of(f"reason-{action}-{number}")
            reason = draft.asked(st.text_input, "Reason (required; it is kept in the log)", "reason", max_chars=300)
            if st.button(f"{verb} upload {number}", type="primary", disabled=not reason.strip()):
                told = _told()
                with writing_once():
                    acted = carry_out(session.store, number, action, session.actor, reason, viewpoint_of(session))
                    told[number] = _lines(acted, home)
                    draft.begin()
                st.rerun()
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")


def _foretold(session: Session, number: int, action: LogAction) -> Acted:
    """What the action would change; found once, and again when the store has moved on, not at every key pressed."""
    key = (number, action, session.store_version, str(session.store.path))
    known = st.session_state.get(_FORETOLD)
    if known is None or known[0] != key:
        with st.spinner("Comparing every date that is held …"):
            known = (key, rehearse_action(session.store, number, action, viewpoint_of(session)))
        st.session_state[_FORETOLD] = known
    acted: Acted = known[1]
    return acted


def _told() -> dict[int, tuple[str, ...]]:
    """What was done to which upload. Asked for before it is done: to write to the session afterwards would end a run
    whose button was pressed again meanwhile."""
    told: dict[int, tuple[str, ...]] = st.session_state.setdefault(_TOLD, {})
    return told


def _lines(acted: Acted, home: str) -> tuple[str, ...]:
    undo = "Restore" if acted.action is LogAction.WITHDRAWN else "Withdraw"
    return (
        " ".join(done_sentences(acted, home)),
        f"To undo it, press {undo} upload {acted.upload.upload_id} below; the log at the foot of this page has every "
        "action.",
    )


def _dates(foretold: Acted, home: str) -> None:
    """The figures of every date that would change: the home force's at once, the others' on demand."""
    owners = {change.owner for change in foretold.dates}
    if home in owners:
        show_table(dates_table(foretold, {home}, f"Headline figures of {home} that would change"))
    if owners - {home}:
        with st.expander("Figures of other forces and of the nation, date by date"):
            table = dates_table(foretold, owners - {home}, "Other headline figures that would change")
            show_table(table)
            if len(table) == SHOWN:
                st.caption(f"The first {SHOWN} rows are shown.")
