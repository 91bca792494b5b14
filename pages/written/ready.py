"""What is ready to close: items with all steps met, who can close each, and where the portal says otherwise."""

import streamlit as st

from jasc_data.answers.figures.item_sources import full_item_source, nothing_held
from jasc_data.answers.steps.differences import differences
from jasc_data.answers.steps.tables import differences_table, progress_table, ready_table, signed_off_table
from jasc_data.answers.steps.text import ready_headline, ready_sentences, steps_source
from jasc_data.domain.settings import who_closes
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import sentence_case
from pages._shared.answers import comparison_of, register_now
from pages._shared.filters import copy_link
from pages._shared.panels import show_lines, show_source, text_to_copy
from pages._shared.register_table import show_ready, show_reports, show_signed_off
from pages._shared.session import current
from pages._shared.sign_offs import offer_sign_offs
from pages._shared.tracking_files import offer_tracking
from pages._shared.written_answers import steps_to

session = current()
if register_now(session.grounds) is None:
    st.title("Ready to close", anchor=False)
    st.markdown(plain(nothing_held(session.home, comparison_of(session.grounds).as_of)))
    st.page_link("pages/exports/upload.py", label="Go to Upload", icon=":material/arrow_forward:")
    st.stop()

held, closes = steps_to(session.grounds, session.until), who_closes()
register, sentences = held.register, ready_sentences(held, closes)
st.title(plain(ready_headline(held)), anchor=False)
show_lines(sentences)
for who in dict.fromkeys(closes.values()):
    found = [one for one in held.ready if closes[one.item.grade] == who]
    if found:
        show_ready(session, ready_table(register, found, closes, f"{sentence_case(who)}: {len(found):,}"))
if held.signed_off:
    caption = f"Signed off by the Chief Constable, by what is recorded: {len(held.signed_off):,}"
    show_signed_off(session, signed_off_table(register, held.signed_off, caption))
offer_sign_offs(session, held)
differ = [one for one in differences(held) if not held.by_key[one.item.item_key].ready]
if differ:
    st.header("What is written here and what the portal says differ", anchor=False)
    show_ready(session, differences_table(register, differ, "Both stand; neither changes the other"))
if held.versions:
    with st.expander("Every report as a table", expanded=not held.ready):
        show_reports(session, progress_table(held))
else:
    st.markdown("Steps are written on the Item page of each item.")
offer_tracking(session)
text_to_copy(sentences, "ready")
show_source(full_item_source(register.sources), steps_source(held))
copy_link(session)
