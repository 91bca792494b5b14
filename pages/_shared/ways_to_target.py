"""The two ways below a target, side by side, and the very items that each is made of."""

import streamlit as st

from jasc_data.answers.projection.lists import Path, Target
from jasc_data.answers.projection.tables import path_table
from jasc_data.answers.projection.text import ways
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.vocabulary import Status
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import counted
from pages._shared.answers import register_now
from pages._shared.panels import show_table
from pages._shared.register_table import show_items
from pages._shared.session import Session


def show_ways(session: Session, goal: Target) -> None:
    """Nothing where the target is reached already."""
    if not goal.needed:
        return
    register = register_now(session.grounds)
    told = ways(goal).items()
    for column, (name, (path, sentence)) in zip(st.columns(2), told, strict=True):
        with column:
            st.markdown(f"**{name}.** {plain(sentence)}")
            show_table(path_table(path, f"{name}: {sentence}"))
    if register is None:
        return
    for name, (path, _) in told:
        items = _items(register, goal, path)
        with st.expander(plain(f"{name}: the {counted(len(items))} to choose from")):
            show_items(session, register.as_of, items, "In the order of their references")


def _items(register: Register, goal: Target, path: Path) -> list[RegisterItem]:
    """The open items of the target's kind that the steps speak of."""
    reports = {step.report_id for step in path.steps}
    waiting = None in reports
    return [
        item
        for item in register.open
        if item.kind is goal.kind
        and (item.report_id in reports or (waiting and item.status is Status.AWAITING_SIGN_OFF))
    ]
