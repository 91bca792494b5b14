"""The form that keeps the activity register: a new entry, one that is changed, or one taken off."""

from datetime import date
from functools import partial

import streamlit as st

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.domain.access import Action
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import remove_activity, save_activity
from pages._shared.drafts import Draft, draft_of, folded_for, tell_of_others
from pages._shared.invented import may_write
from pages._shared.session import Session
from pages._shared.writing import kept

_NEW = "A new entry"


def offer_activity(session: Session, held: ActivityHeld) -> None:
    """The boxes behind a fold, filled in with the entry that is chosen, as it stood when they were begun."""
    part = folded_for("Write an entry", "activity")
    if not part.open:
        return
    with part:
        if not may_write(session, Action.KEEP_ACTIVITY):
            return
        names = {f"{entry.name} ({entry.activity_id})": entry for entry in held.entries}
        chosen = st.selectbox("Which entry", [_NEW, *names], key="which-activity", persist_state="session")
        entry = names.get(chosen or _NEW)
        name = f"activity-{entry.activity_id}" if entry else "new-activity"
        draft = draft_of(name, "activity", entry.action_id if entry else None)
        with draft.boxes():
            change = _asked(draft, entry)
            keeping, removing = st.columns([1, 4])
            if keeping.button("Keep this entry", key=draft.key("keep")):
                kept(partial(save_activity, session.store, session.home, [change], session.actor), draft)
            if entry and removing.button("Take it off the register", key=draft.key("remove")):
                kept(partial(remove_activity, session.store, session.home, entry.activity_id, session.actor), draft)
        tell_of_others(draft)


def _asked(draft: Draft, entry: Activity | None) -> ActivityChange:
    """What the boxes say."""
    kinds, stages, day = list(ActivityKind), list(Stage), {"format": "DD/MM/YYYY"}
    first, second, third, fourth = st.columns([3, 2, 2, 2])
    name = draft.asked(first.text_input, "Name", "name", value=entry.name if entry else "")
    body = draft.asked(second.text_input, "Body", "body", value=entry.body if entry else "")
    at = kinds.index(entry.kind) if entry else 0
    kind = draft.asked(third.selectbox, "Kind", "kind", options=kinds, index=at)
    at = stages.index(entry.stage) if entry else 0
    stage = draft.asked(fourth.selectbox, "Stage", "stage", options=stages, index=at)
    first, second, third, fourth = st.columns([2, 2, 3, 3])
    starts_on = draft.asked(first.date_input, "From", "from", value=entry.starts_on if entry else None, **day)
    ends_on = draft.asked(second.date_input, "To", "to", value=entry.ends_on if entry else None, **day)
    label = "What is expected next"
    expected = draft.asked(third.text_input, label, "expected", value=entry.expected if entry else "")
    label, written = "When: a day, or words", entry.expected_when if entry else ""
    when = draft.asked(fourth.text_input, label, "when", value=written, placeholder="October 2023")
    lead = draft.asked(st.text_input, "Lead", "lead", value=entry.lead if entry else "")
    label, written = "Commentary, for the committee", entry.commentary if entry else ""
    commentary = draft.asked(st.text_area, label, "commentary", value=written, height=110)
    return ActivityChange(
        name=name or "",
        kind=kind or ActivityKind.OTHER,
        stage=stage or Stage.PLANNED,
        body=body or "",
        starts_on=_day(starts_on),
        ends_on=_day(ends_on),
        expected=expected or "",
        expected_when=when or "",
        lead=lead or "",
        commentary=commentary or "",
        activity_id=entry.activity_id if entry else None,
        base=draft.rests_on,
    )


def _day(chosen: object) -> date | None:
    return chosen if isinstance(chosen, date) else None
