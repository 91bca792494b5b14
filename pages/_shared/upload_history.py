"""The uploads held, with withdraw and restore."""

from typing import Any

import streamlit as st

from jasc_data.analysis.sources import local_time
from jasc_data.failures import UserFailure
from jasc_data.figures import short_date
from jasc_data.settings import account
from jasc_data.store.uploads import restore, withdraw
from pages._shared.session import Session
from pages._shared.text import plain


def show_history(session: Session) -> None:
    """Every upload with its state, and the buttons that hide one or bring it back."""
    st.subheader("Uploads held", anchor=False)
    with session.store.snapshot() as snapshot:
        uploads = snapshot.raw("uploads/history")
    if not uploads:
        st.markdown("None yet: what the pages show is the demonstration.")
        return
    st.table(
        {
            "Number": [str(row["upload_id"]) for row in uploads],
            "As of": [short_date(row["as_of"]) for row in uploads],
            "Type": [row["export_type"] for row in uploads],
            "Rows": [f"{row['row_count']:,}" for row in uploads],
            "Forces": [_forces(row["forces"]) for row in uploads],
            "File": [plain(row["file_name"]) for row in uploads],
            "Committed": [f"{local_time(row['committed_at'])}, {plain(row['committed_by'])}" for row in uploads],
            "State": ["live" if row["live"] else "withdrawn" for row in uploads],
        },
        alt="The uploads held",
    )
    chosen = st.selectbox(
        "Upload", uploads, format_func=_label, index=None, placeholder="Choose one to withdraw or restore"
    )
    if chosen is not None:
        _offer(session, chosen)


def _offer(session: Session, upload: dict[str, Any]) -> None:
    action, words = (withdraw, "Withdraw") if upload["live"] else (restore, "Restore")
    told = "hides it from every figure; nothing is deleted" if upload["live"] else "brings it back at its old place"
    if st.button(f"{words} upload {upload['upload_id']}", help=f"This {told}."):
        try:
            action(session.store, upload["upload_id"], f"{account()} (dashboard)")
        except UserFailure as failure:
            st.error(str(failure), icon=":material/error:")
        else:
            st.rerun()


def _label(upload: dict[str, Any]) -> str:
    return f"{upload['upload_id']}: {short_date(upload['as_of'])}, {upload['file_name']}"


def _forces(names: list[str]) -> str:
    return plain(", ".join(names)) if len(names) <= 3 else f"{len(names)} forces"
