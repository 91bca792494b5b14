"""Every upload ever committed: what it was, whether it counts, and how to hide it or bring it back."""

import streamlit as st

from jasc_data.uploads.history import Action, HeldUpload, action_log, held_uploads
from jasc_data.wording.numbers import listed, local_time, short_date
from pages._shared.cache_warming import answer_ahead
from pages._shared.session import current
from pages._shared.text import plain
from pages._shared.upload.act import offer_action, show_told
from pages._shared.upload.kept import show_kept

AT_ONCE, LIST_HEIGHT = 6, 260  # more uploads than that are scrolled, so that what is chosen stays in view


def show_uploads(uploads: list[HeldUpload]) -> None:
    st.table(
        {
            "Number": [str(row.upload_id) for row in uploads],
            "As of": [short_date(row.as_of) for row in uploads],
            "State": [_state(row) for row in uploads],
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


def _state(row: HeldUpload) -> str:
    return f"{row.state} by {listed([str(number) for number in row.replaced_by])}" if row.replaced_by else row.state


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
    with st.container(height=LIST_HEIGHT if len(uploads) > AT_ONCE else "content", border=False):
        show_uploads(uploads)
    by_number = {row.upload_id: row for row in uploads}
    chosen = st.selectbox(
        "Look at an upload, withdraw it or restore it",
        list(by_number),
        format_func=lambda number: f"{number}: {short_date(by_number[number].as_of)}, {by_number[number].file_name}",
        index=None,
        placeholder="Choose an upload",
    )
    show_told(chosen)
    if chosen:
        offer_action(session, by_number[chosen])
        show_kept(session, by_number[chosen])
    show_log(actions)
answer_ahead(session)
