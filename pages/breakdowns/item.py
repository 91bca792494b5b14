"""One item: its full text, everything known of it, and what changed from export to export."""

import streamlit as st

from jasc_data.answers.causes.answer import belonging_to, causes_of_item
from jasc_data.answers.figures.item_sources import full_item_source, nothing_held
from jasc_data.answers.item.tables import aliases_table, facts_table, history_table
from jasc_data.answers.register.text import held_sentence, item_sentence
from jasc_data.domain.settings import who_closes
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import counted
from pages._shared.answers import aliases_of_item, comparison_of, item_history_of, register_now
from pages._shared.commentary import About, show_commentary
from pages._shared.filters import copy_link
from pages._shared.page_links import link, show_onward
from pages._shared.panels import show_source, show_table
from pages._shared.register_filters import ITEM_ID, REPORT_ID, STATUS, item_choice
from pages._shared.register_table import show_item_text, show_items
from pages._shared.repeat_findings import show_repeats_of_item
from pages._shared.session import current
from pages._shared.steps_to_green import show_steps_of

session = current()
register = register_now(session.grounds)
if register is None:
    st.title("One item", anchor=False)
    st.markdown(plain(nothing_held(session.home, comparison_of(session.grounds).as_of)))
    st.page_link("pages/exports/upload.py", label="Go to Upload", icon=":material/arrow_forward:")
    st.stop()

told_in = st.container()
heading, choice = st.columns([3, 1], vertical_alignment="bottom")
with choice:
    chosen = item_choice(session, register, told_in)
item = register.by_id.get(chosen) if chosen is not None else None
if item is None:
    heading.title("Choose an item", anchor=False)
    st.markdown(plain(held_sentence(register)))
    st.page_link("pages/breakdowns/register.py", label="Go to Register", icon=":material/arrow_forward:")
    st.stop()

label = register.labels[item.item_key]
heading.title(plain(item_sentence(item, label, register.as_of)), anchor=False)
show_item_text(item.text or "The exports give no text for this item.")
known, changed = st.columns(2)
with known:
    st.header("What is known", anchor=False)
    closes = who_closes()[item.grade]
    show_table(facts_table(item, label, closes, register.as_of))
with changed:
    st.header("What changed", anchor=False)
    history = item_history_of(session.grounds, item.item_key)
    st.markdown(plain(history.sentence))
    show_table(history_table(history, label))
show_steps_of(session, item, label)
show_commentary(session, About(label, item.item_key, item.item_id))
with st.expander("Its names and their dates"):
    aliases = aliases_of_item(session.grounds, item.item_key)
    st.markdown(aliases.sentence)
    show_table(aliases_table(aliases, label))
belonging = belonging_to(register, item)
if belonging:
    naming = f"{counted(len(belonging))} {'names' if len(belonging) == 1 else 'name'} this cause of concern"
    show_items(session, register.as_of, belonging, f"{naming}, open or not")
show_repeats_of_item(session, register, item)
report = {REPORT_ID: str(item.report_id)}
leads_to = {
    "Its report": link(session, "reports", **report),
    "All items of the report": link(session, "register", **report, **{STATUS: "Any status"}),
}
for cause in causes_of_item(register, item):
    name = f"Its cause of concern {register.labels[cause.item_key]}"
    leads_to[name] = link(session, "item", **{ITEM_ID: str(cause.item_id)})
with st.container(horizontal=True):
    show_onward(leads_to)
    copy_link(session, **{ITEM_ID: str(item.item_id)})
show_source(full_item_source(register.sources))
