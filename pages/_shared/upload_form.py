"""The parts of the Upload page: what the file speaks for, what was read, what would change."""

from datetime import date

import streamlit as st

from jasc_data.figures import listed, long_date
from jasc_data.intake.checking import check_file
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE, CheckedFile, UploadRequest
from jasc_data.store.uploads import Outcome
from jasc_data.vocabulary import ExportType, Kind
from pages._shared.session import Session
from pages._shared.text import plain


def ask_what_it_speaks_for(session: Session, content: bytes, file_name: str, as_of: date | None) -> UploadRequest:
    """The uploader's word on forces, kinds and reports; asked only of an items export, with the narrow default."""
    first_look = check_file(content, file_name, UploadRequest(as_of=as_of), session.upload_context)
    if first_look.export_type is not ExportType.ITEMS:
        return UploadRequest(as_of=as_of)
    home = session.settings.home_force
    others = [force for force in session.upload_context.directory.names if force != home]
    with st.expander(f"What the file speaks for (as a rule: everything open for {home})"):
        forces = st.multiselect(
            "Other forces of which the file holds everything that is open",
            others,
            help="What these forces have open and the file leaves out is closed by this upload.",
        )
        kinds = st.multiselect(
            "Kinds of which none are open any more",
            list(Kind),
            format_func=lambda kind: kind.heading,
            help="A kind that is not in the file stays as it is, unless you say here that none are open any more.",
        )
        reports = st.radio(
            "Reports",
            [ALL_REPORTS, ONLY_REPORTS_IN_FILE],
            format_func={ALL_REPORTS: "All reports", ONLY_REPORTS_IN_FILE: "Only the reports in the file"}.__getitem__,
            horizontal=True,
        )
    return UploadRequest(as_of=as_of, covers_forces=tuple(forces), covers_kinds=tuple(kinds), covers_reports=reports)


def show_what_was_read(checked: CheckedFile) -> None:
    """Layout, encoding, dates, forces and columns, in words."""
    if checked.layout is None:
        return
    st.markdown(
        f"**{plain(checked.file_name)}**: {plain(checked.layout)}; {checked.encoding}, "
        f"separated by {checked.delimiter}."
    )
    for upload in checked.uploads:
        rows = f"{upload.row_count:,} {'items' if upload.export_type is ExportType.ITEMS else 'figures'}"
        forces = listed(upload.forces) if len(upload.forces) <= 8 else f"{len(upload.forces)} forces"
        nation = " National averages are given." if upload.nationals else ""
        st.markdown(plain(f"{rows} as of {long_date(upload.as_of)}, for {forces or 'no force'}.{nation}"))


def show_changes(session: Session, checked: CheckedFile, outcome: Outcome) -> None:
    """What committing would change."""
    changes = outcome.changes
    if checked.export_type is ExportType.POSITIONS:
        words = f"{changes.changed:,} figures are new or differ from what is held; {changes.unchanged:,} are the same."
    else:
        words = (
            f"{changes.opened:,} opened, {changes.closed:,} closed, {changes.left:,} left otherwise, "
            f"{changes.regraded:,} regraded, {changes.changed:,} changed, {changes.unchanged:,} unchanged."
        )
    st.markdown(f"**What would change:** {words}")
    if session.demonstration:
        st.markdown("The demonstration goes: every page then shows what you upload, and only that.")
