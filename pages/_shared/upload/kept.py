"""What is kept with an upload: its original file, what was decided when it was uploaded, how its columns were read."""

import streamlit as st

from jasc_data.store.integrity import original_file
from jasc_data.uploads.decided import decided
from jasc_data.uploads.history import LoggedUpload
from jasc_data.uploads.impact_tables import columns_table, words_table
from pages._shared.panels import show_table
from pages._shared.session import Session


def show_kept(session: Session, upload: LoggedUpload) -> None:
    """The file, the decisions and assumptions behind its figures, and its columns."""
    number = upload.upload_id
    with session.store.snapshot() as snapshot:
        found, known = original_file(snapshot, number), decided(snapshot, number)
    if known.words:
        st.markdown("**What was decided for this upload**")
        show_table(words_table(known, number))
    else:
        st.markdown(
            "Nothing had to be decided for this upload: its headings and words were known, from the lists or from "
            "what was decided before."
        )
    if known.columns:
        with st.expander("How its columns were read"):
            show_table(columns_table(known, number))
    with st.container(horizontal=True, vertical_alignment="center"):
        if found:
            label = f"Download the original file of upload {number}"
            st.download_button(label, found[1], file_name=found[0], on_click="ignore")
        st.markdown(f"SHA-256: `{upload.sha256}`")
