"""The two ways below a target, side by side, and the very items that each is made of."""

import streamlit as st

from jasc_data.answers.projection.lists import Target
from jasc_data.answers.projection.nearest import nearest_heading, nearest_items, nearest_sentence
from jasc_data.answers.projection.tables import path_table
from jasc_data.answers.projection.text import ways
from jasc_data.domain.settings import who_closes
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import register_now
from pages._shared.panels import folded, show_table
from pages._shared.register_table import show_nearest
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
    rule = who_closes()
    for name, (path, _) in told:
        items = nearest_items(register, goal, path, rule)
        heading = nearest_heading(name, path, items)
        part = folded(plain(heading), f"items-{name}")
        if part.open:
            with part:
                show_nearest(session, register, items, nearest_sentence(items, rule))
