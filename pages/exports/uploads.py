"""Every upload ever committed: what it was, whether it counts, and how to hide it or bring it back."""

import streamlit as st

from jasc_data.uploads.history import action_log, logged_uploads, spoken_for
from jasc_data.uploads.history_tables import LATEST, log_table, uploads_table
from jasc_data.uploads.history_text import uploads_headline
from jasc_data.wording.numbers import short_date
from pages._shared.cache_warming import answer_ahead
from pages._shared.panels import folded, show_table
from pages._shared.session import current
from pages._shared.tracking_files import show_returns
from pages._shared.upload.act import offer_action, show_told
from pages._shared.upload.kept import show_kept

AT_ONCE, LIST_HEIGHT = 6, 260  # more uploads than that are scrolled, so that what is chosen stays in view


session = current()
with session.store.snapshot() as snapshot:
    uploads = logged_uploads(snapshot)
    st.title(uploads_headline(uploads), anchor=False)
    label = f"List all {len(uploads):,} uploads, not the latest {LATEST} alone"
    listed = uploads if len(uploads) <= LATEST or st.toggle(label) else uploads[:LATEST]
    spoken = spoken_for(snapshot, [row.upload_id for row in listed])
if not uploads:
    st.markdown("None yet: what the pages show is the demonstration.")
    st.page_link("pages/exports/upload.py", label="Upload the first export", icon=":material/arrow_forward:")
else:
    with st.container(height=LIST_HEIGHT if len(uploads) > AT_ONCE else "content", border=False):
        show_table(uploads_table(listed, spoken, of=len(uploads)))
    by_number = {row.upload_id: row for row in uploads}
    chosen = st.selectbox(
        "Look at an upload, withdraw it or restore it",
        list(by_number),
        format_func=lambda number: f"{number}: {short_date(by_number[number].as_of)}, {by_number[number].file_name}",
        index=None,
        placeholder="Choose an upload",
        key="upload-looked-at",
        persist_state="session",  # with the reason that was begun for it
    )
    show_told(chosen)
    if chosen:
        offer_action(session, by_number[chosen])
        show_kept(session, by_number[chosen])
    log = folded("Log: everything that happened, in order", "log")
    if log.open:
        with log, session.store.snapshot() as snapshot:
            show_table(log_table(action_log(snapshot)))
show_returns(session)
answer_ahead(session)
