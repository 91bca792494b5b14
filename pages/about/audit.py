"""The audit log: who came and went, who was refused, who wrote what; to be read and taken along, never edited."""

import streamlit as st

from jasc_data.audit.answer import SHOWN, audit_headline, audit_of, audit_table, unsound_sentence
from jasc_data.audit.log import log_of
from jasc_data.drawing.chart import Provenance
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import offer_table, show_table
from pages._shared.session import current

session = current()
with session.store.snapshot() as snapshot:
    audit = audit_of(snapshot, log_of(session.store.path))
st.title(plain(audit_headline(audit)), anchor=False)
if audit.unsound:
    st.error(plain(unsound_sentence(audit)), icon=":material/error:")
st.markdown(
    "Who signed in and out, what was refused, and every write, with who did it in which role. Texts of items and of "
    "what people wrote are not in it. Nothing of it can be changed here; the times are those of this machine's clock."
)
latest = audit.entries[::-1]
if latest:
    show_table(audit_table(latest[:SHOWN]))
    if len(latest) > SHOWN:
        st.caption(f"The latest {SHOWN} of {len(latest):,} entries are shown; the files hold all of them.")
    source = Provenance("The audit log of this dashboard", session.settings.marking)
    offer_table("Audit log", audit_table(latest), source, f"audit-log-{session.today}")
