"""Steps to green on the page of an item: how far they are, the form to write one, and every version."""

from datetime import date
from functools import partial

import streamlit as st

from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.steps.answer import ItemSteps, StepsHeld, StepVersion
from jasc_data.answers.steps.differences import difference_sentences, differences
from jasc_data.answers.steps.tables import step_versions_table, steps_of_item_table
from jasc_data.answers.steps.text import item_steps_sentence, sign_off_words
from jasc_data.domain.access import Action
from jasc_data.domain.vocabulary import StepState
from jasc_data.editorial.step_actions import remove_step, save_step
from jasc_data.editorial.steps import StepChange
from pages._shared.drafts import Draft, draft_of, folded_for, tell_of_others
from pages._shared.invented import may_write
from pages._shared.panels import show_lines, show_table
from pages._shared.session import Session
from pages._shared.writing import kept
from pages._shared.written_answers import steps_to

_NEW = "A new step"
_SHOWN_OF_A_STEP = 60  # characters in the list of steps to choose from


def show_steps_of(session: Session, item: RegisterItem, label: str) -> None:
    """What is written of the item's steps, beside what the export says of it where the two differ."""
    held = steps_to(session.grounds, session.until)
    found = held.by_key.get(item.item_key)
    if found is None:  # another body's item, which the force takes no steps for
        return
    st.header("Steps to green", anchor=False)
    differ = [one for one in differences(held) if one.item.item_key == item.item_key]
    signed = [sign_off_words(found.signed_off)] if found.signed_off else []
    show_lines(
        (
            item_steps_sentence(found, session.until),
            *signed,
            *difference_sentences(differ, held.register.labels),
        )
    )
    if found.steps:
        show_table(steps_of_item_table(found.steps, session.until, f"The steps of {label} as they stand"))
    _show_keeping(session, held, found)


def _show_keeping(session: Session, held: StepsHeld, found: ItemSteps) -> None:
    part = folded_for("Write steps, and every version", f"steps-{found.item.item_id}")
    if not part.open:
        return
    with part:
        if may_write(session, Action.WRITE_STEPS, found.item.item_id):
            _offer_writing(session, found)
        versions = [one for one in held.versions if one.item_key == found.item.item_key]
        if versions:
            show_table(step_versions_table(versions))


def _offer_writing(session: Session, found: ItemSteps) -> None:
    """The boxes, filled in with the step that is chosen, as it stood when they were begun."""
    names = {f"{place}. {step.step[:_SHOWN_OF_A_STEP]}": step for place, step in enumerate(found.steps, start=1)}
    number = found.item.item_id
    chosen = st.selectbox("Which step", [_NEW, *names], key=f"step-of-{number}", persist_state="session")
    step = names.get(chosen or _NEW)
    name = f"step-{step.step_id}" if step else f"new-step-{number}"
    draft = draft_of(name, f"steps-{number}", step.action_id if step else None)
    with draft.boxes():
        change = _asked(session, draft, found, step)
        keeping, removing = st.columns([1, 3])
        if keeping.button("Keep this step", key=draft.key("keep")):
            kept(partial(save_step, session.store, change, session.actor), draft)
        if step and removing.button("Remove this step", key=draft.key("remove")):
            kept(partial(remove_step, session.store, step.step_id, change.dated, session.actor), draft)
    tell_of_others(draft)


def _asked(session: Session, draft: Draft, found: ItemSteps, step: StepVersion | None) -> StepChange:
    """What the boxes say."""
    text = draft.asked(st.text_area, "The step", "step", value=step.step if step else "", height=90)
    who, due, how, since = st.columns(4)
    states, day = list(StepState), {"format": "DD/MM/YYYY"}
    owner = draft.asked(who.text_input, "Owner", "owner", value=step.owner if step else "")
    due_on = draft.asked(due.date_input, "Due", "due", value=step.due_on if step else None, **day)
    at = states.index(step.state) if step else 0
    state = draft.asked(how.selectbox, "State", "state", options=states, index=at)
    dated = draft.asked(
        since.date_input, "Stands so since", "dated", value=session.today, max_value=session.today, **day
    )
    label = "Evidence: where it is to be found (never the evidence itself)"
    evidence = draft.asked(st.text_input, label, "evidence", value=step.evidence if step else "")
    return StepChange(
        item_id=found.item.item_id,
        step=text or "",
        state=state or StepState.TO_DO,
        dated=dated if isinstance(dated, date) else session.today,
        owner=owner or "",
        due_on=due_on if isinstance(due_on, date) else None,
        evidence=evidence or "",
        step_id=step.step_id if step else None,
        base=draft.rests_on,
    )
