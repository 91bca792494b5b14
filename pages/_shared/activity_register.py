"""The form that keeps the activity register: a new entry, one that is changed, or one taken off."""

from datetime import date
from functools import partial

import streamlit as st

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.domain.access import Action
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import remove_activity, save_activity
from pages._shared.invented import may_write
from pages._shared.panels import folded
from pages._shared.session import Session
from pages._shared.writing import kept

_NEW = "A new entry"


def offer_activity(session: Session, held: ActivityHeld) -> None:
    """The form behind a fold, filled in with the entry that is chosen, as it stands."""
    part = folded("Write an entry", "activity")
    if not part.open:
        return
    with part:
        if not may_write(session, Action.KEEP_ACTIVITY):
            return
        names = {f"{entry.name} ({entry.activity_id})": entry for entry in held.entries}
        chosen = st.selectbox("Which entry", [_NEW, *names], key="which-activity")
        entry = names.get(chosen or _NEW)
        with st.form(f"activity-{entry.action_id if entry else f'new-{len(names)}'}"):
            change = _asked(entry)
            keeping, removing = st.columns([1, 4])
            if keeping.form_submit_button("Keep this entry"):
                kept(partial(save_activity, session.store, session.home, [change], session.actor))
            if entry and removing.form_submit_button("Take it off the register"):
                kept(partial(remove_activity, session.store, session.home, entry.activity_id, session.actor))


def _asked(entry: Activity | None) -> ActivityChange:
    """What the form's fields say."""
    kinds, stages = list(ActivityKind), list(Stage)
    first, second, third, fourth = st.columns([3, 2, 2, 2])
    name = first.text_input("Name", value=entry.name if entry else "")
    body = second.text_input("Body", value=entry.body if entry else "")
    kind = third.selectbox("Kind", kinds, index=kinds.index(entry.kind) if entry else 0)
    stage = fourth.selectbox("Stage", stages, index=stages.index(entry.stage) if entry else 0)
    first, second, third, fourth = st.columns([2, 2, 3, 3])
    starts_on = first.date_input("From", value=entry.starts_on if entry else None, format="DD/MM/YYYY")
    ends_on = second.date_input("To", value=entry.ends_on if entry else None, format="DD/MM/YYYY")
    expected = third.text_input("What is expected next", value=entry.expected if entry else "")
    when = fourth.text_input(
        "When: a day, or words", value=entry.expected_when if entry else "", placeholder="October 2023"
    )
    lead = st.text_input("Lead", value=entry.lead if entry else "")
    commentary = st.text_area("Commentary, for the committee", value=entry.commentary if entry else "", height=110)
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
        base=entry.action_id if entry else None,
    )


def _day(chosen: object) -> date | None:
    return chosen if isinstance(chosen, date) else None
