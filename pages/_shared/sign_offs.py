"""The forms that record a Chief Constable's sign-off of an item, and take such a record back."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from jasc_data.answers.steps.answer import ItemSteps, StepsHeld
from jasc_data.domain.access import Action
from jasc_data.domain.settings import who_closes
from jasc_data.editorial.sign_off_actions import record_sign_off, take_back_sign_off
from jasc_data.editorial.steps import SignOff
from pages._shared.drafts import draft_of, folded_for
from pages._shared.invented import may_write
from pages._shared.session import Session
from pages._shared.writing import kept

_CHIEF = "the chief constable"


def chief_constables(found: Sequence[ItemSteps]) -> list[ItemSteps]:
    """Those that the Chief Constable may sign off, by the rule of the settings."""
    closes = who_closes()
    return [one for one in found if closes[one.item.grade].lower().startswith(_CHIEF)]


def offer_sign_offs(session: Session, held: StepsHeld) -> None:
    """The two forms behind a fold; only what the Chief Constable may close and is ready can be recorded."""
    part = folded_for("Record a Chief Constable’s sign-off", "sign-offs")
    if not part.open:
        return
    with part:
        if not may_write(session, Action.RECORD_SIGN_OFFS):
            return
        recording, taking = st.columns(2)
        with recording:
            _offer_recording(session, held, chief_constables(held.ready))
        with taking:
            _offer_taking_back(session, held)


def _offer_recording(session: Session, held: StepsHeld, ready: Sequence[ItemSteps]) -> None:
    if not ready:
        st.markdown("No item that the Chief Constable may close has all its steps met.")
        return
    names = {held.register.labels[one.item.item_key]: one for one in ready}
    draft, today = draft_of("sign-off", "sign-offs"), session.today
    with draft.boxes():
        label, words = "Item with all steps met", "Choose an item"
        chosen = draft.asked(st.selectbox, label, "item", options=list(names), index=None, placeholder=words)
        signed_on = draft.asked(
            st.date_input, "Signed off on", "day", value=today, max_value=today, format="DD/MM/YYYY"
        )
        board = draft.asked(st.text_input, "Overseen by which board", "board")
        note = draft.asked(st.text_area, "Note", "note", height=80)
        if st.button("Record the sign-off", key=draft.key("keep")):
            if chosen is None or not isinstance(signed_on, date):
                st.markdown("Choose an item and a day first.")
            else:
                record = SignOff(names[chosen].item.item_id, signed_on, board or "", note or "")
                kept(lambda: record_sign_off(session.store, record, session.actor), draft)


def _offer_taking_back(session: Session, held: StepsHeld) -> None:
    names = {held.register.labels[one.item.item_key]: one for one in held.signed_off}
    if not names:
        return
    with st.form("take-back-sign-off"):
        chosen = st.selectbox("A sign-off to take back", list(names), index=None, placeholder="Choose an item")
        if st.form_submit_button("Take back"):
            if chosen is None:
                st.markdown("Choose an item first.")
            else:
                kept(lambda: take_back_sign_off(session.store, names[chosen].item.item_id, session.actor))
