"""The committee's paper: choose its parts, see it as it will read, take it along as Word, PowerPoint or a workbook."""

import streamlit as st

from jasc_data.documents.paper.source import source_line
from jasc_data.documents.templates import template_notices
from jasc_data.wording.markdown_text import plain
from pages._shared.filters import copy_link
from pages._shared.issued_papers import show_issuing
from pages._shared.panels import show_source
from pages._shared.paper_choices import choose_paper
from pages._shared.paper_view import offer_files, show_document, show_left_out
from pages._shared.papers import paper_of
from pages._shared.session import current
from pages._shared.standing_texts import show_standing_texts

session = current()
if session.grounds.as_of is None:
    st.title("No figures held, so no paper", anchor=False)
    st.markdown("Upload an export on the Upload page, or restore one on the Uploads page.")
    st.stop()

heading = st.container()
chosen, in_link = choose_paper(session)
if not chosen.parts:
    heading.title("Choose at least one part", anchor=False)
    st.stop()

shown = paper_of(session.grounds, chosen)
document = shown.paper.document
heading.title(plain(shown.paper.headline), anchor=False)
offer_files(session, shown)
for notice in template_notices(session.settings):
    st.warning(plain(notice), icon=":material/description:")
show_left_out(shown.paper.left_out)
show_document(session, document)
show_issuing(session, chosen, shown)
show_standing_texts(session)
show_source(source_line(shown.answers))
copy_link(session, **in_link)
