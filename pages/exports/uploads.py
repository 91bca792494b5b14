"""Every upload ever committed: what it was, whether it counts, and how to hide it or bring it back."""

import streamlit as st

from jasc_data.analysis.effect_words import change_sentences
from jasc_data.analysis.history import Action, HeldUpload, action_log, held_uploads
from jasc_data.analysis.sources import local_time
from jasc_data.failures import UserFailure
from jasc_data.figures import short_date
from jasc_data.settings import account
from jasc_data.store.soundness import original_file
from jasc_data.store.uploads import rehearse_action, restore, withdraw
from jasc_data.vocabulary import LogAction
from pages._shared.ahead import answer_ahead
from pages._shared.panels import show_lines
from pages._shared.session import Session, current
from pages._shared.text import plain
from pages._shared.upload.journey import viewpoint_of


def show_uploads(uploads: list[HeldUpload]) -> None:
    st.table(
        {
            "Number": [str(row.upload_id) for row in uploads],
            "As of": [short_date(row.as_of) for row in uploads],
            "State": ["live" if row.live else "withdrawn" for row in uploads],
            "Type": [row.export_type for row in uploads],
            "Rows": [f"{row.row_count:,}" for row in uploads],
            "Forces": [
                plain(", ".join(row.forces)) if len(row.forces) <= 2 else f"{len(row.forces)} forces" for row in uploads
            ],
            "File": [plain(row.file_name) for row in uploads],
            "Committed": [f"{local_time(row.committed_at)}, {plain(row.committed_by)}" for row in uploads],
            "SHA-256": [f"{row.sha256[:12]}…" for row in uploads],
        },
        alt="Every upload, latest first",
    )


def offer(session: Session, upload: HeldUpload) -> None:
    """The file, and the action that fits the upload's state, with what it would change."""
    number = upload.upload_id
    st.markdown(f"SHA-256 of the file: `{upload.sha256}`")
    with session.store.snapshot() as snapshot:
        found = original_file(snapshot, number)
    if found:
        st.download_button(f"Download the original file of upload {number}", found[1], file_name=found[0])
    action, act, verb = (
        (LogAction.WITHDRAWN, withdraw, "Withdraw") if upload.live else (LogAction.RESTORED, restore, "Restore")
    )
    try:
        effect = rehearse_action(session.store, number, action, viewpoint_of(session))
        st.markdown(f"**{verb} upload {number}:** nothing is deleted, and it can be undone. It would change:")
        show_lines(change_sentences(effect, upload.export_type, session.settings.home_force))
        if st.button(f"{verb} upload {number}", type="primary"):
            act(session.store, number, f"{account()} (dashboard)")
            st.rerun()
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")


def show_log(actions: list[Action]) -> None:
    with st.expander("Log: everything that happened, in order"):
        st.table(
            {
                "When": [local_time(row.happened_at) for row in actions],
                "What": [f"{row.action} upload {row.upload_id}" for row in actions],
                "Who": [plain(row.who) for row in actions],
                "Detail": [plain(row.detail) for row in actions],
            },
            alt="The log of actions",
        )


session = current()
st.title("Uploads", anchor=False)
with session.store.snapshot() as snapshot:
    uploads, actions = held_uploads(snapshot), action_log(snapshot)
if not uploads:
    st.markdown("None yet: what the pages show is the demonstration.")
    st.page_link("pages/exports/upload.py", label="Upload the first export", icon=":material/arrow_forward:")
else:
    show_uploads(uploads)
    chosen = st.selectbox(
        "Look at an upload, withdraw it or restore it",
        uploads,
        format_func=lambda row: f"{row.upload_id}: {short_date(row.as_of)}, {row.file_name}",
        index=None,
        placeholder="Choose an upload",
    )
    if chosen:
        offer(session, chosen)
    show_log(actions)
answer_ahead(session)
