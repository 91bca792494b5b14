"""Step 1: the file, or the paper's table pasted or typed."""

import streamlit as st

from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.intake.reading import SIZE_LIMIT_MB
from jasc_data.intake.templates import TEMPLATES, dictionary_rows
from pages._shared.panels import show_table
from pages._shared.session import Session
from pages._shared.upload.journey import Journey
from pages._shared.upload.typed import PASTED, TYPED, typed

_FROM_FILE, _BY_HAND = "From a file", "Paste or type the figures"


def choose(session: Session, here: Journey) -> None:
    """Takes the files or the typed figures and goes on."""
    left_by = _BY_HAND if here.waiting and here.file_name in (PASTED, TYPED) else _FROM_FILE
    from_file, by_hand, templates = st.tabs([_FROM_FILE, _BY_HAND, "Templates and columns"], default=left_by)
    with from_file:
        _files(here)
    with by_hand:
        typed(session, here)
    with templates:
        _templates()


def _files(here: Journey) -> None:
    files = st.file_uploader(
        f"Exports and tracking workbooks: CSV or Excel (.xlsx), up to {SIZE_LIMIT_MB} MB; taken one after the other",
        accept_multiple_files=True,
        key=here.key("files"),
    )
    if st.button("Next: what was read", type="primary", disabled=not files):
        here.waiting = [(file.name, file.getvalue()) for file in files]
        here.go(2)
        st.rerun()


def _templates() -> None:
    st.markdown("Empty files with the headings that the dashboard reads best; many other names are understood as well.")
    for name, content in TEMPLATES.items():
        st.download_button(f"Download {name}", content, file_name=name, mime="text/csv", on_click="ignore")
    rows = dictionary_rows()
    columns = tuple(Column(heading) for heading in rows[0])
    cells = rows_of(row.values() for row in rows)
    show_table(TableSpec(columns, cells, "The columns of an items export", headed_rows=False))
