"""Step 4: commit, in one transaction, what the preview showed."""

import streamlit as st

from jasc_data.domain.failures import UserFailure
from jasc_data.uploads.commit import PreviewOutOfDate, commit
from jasc_data.uploads.impact_text import change_sentences, read_sentences
from jasc_data.uploads.rows_text import rows_paragraphs
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import show_lines
from pages._shared.session import Session
from pages._shared.turns import writing_once
from pages._shared.upload.journey import Journey, checked_file, preview


def finish(session: Session, here: Journey) -> None:
    """The last look, and the button that commits."""
    checked, outcome = checked_file(session), preview(session)
    show_lines(read_sentences(checked))
    show_lines(rows_paragraphs(outcome.effect.read, session.settings.home_force))
    show_lines(found.message for found in outcome.problems if found.code == "safety.replaces")
    show_lines(change_sentences(outcome.effect, checked.export_type, session.settings.home_force))
    if session.demonstration:
        st.markdown("The demonstration goes: every page then shows what you upload, and only that.")
    if not st.button("Commit this upload", type="primary", key=here.key("commit")):
        return
    actor, accepted = session.actor, {found.code for found in outcome.unacknowledged(())}
    try:
        with writing_once():
            done = commit(session.store, checked, actor, acknowledged=accepted, seen_version=here.seen_version)
            numbers = ", ".join(str(number) for number in done.upload_ids)
            words = f"Committed as upload {numbers}: {plain(checked.file_name)}. All pages show it now."
            here.next_file(words, session.store_version)
    except PreviewOutOfDate as failure:
        here.refuse(str(failure))
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")
        return
    st.rerun()
