"""Step 1: the file, or the paper's table typed by hand."""

import csv
import io

import streamlit as st

from jasc_data.intake.reading import SIZE_LIMIT_MB
from jasc_data.intake.templates import TEMPLATES, dictionary_rows
from jasc_data.vocabulary import Kind
from pages._shared.session import Session
from pages._shared.text import plain
from pages._shared.upload.journey import Journey

NATIONAL = "National average"


def choose(session: Session, here: Journey) -> None:
    """Takes the files or the typed figures and goes on."""
    from_file, typed, templates = st.tabs(["From a file", "Type the figures", "Templates and columns"])
    with from_file:
        _files(here)
    with typed:
        _typed(session, here)
    with templates:
        _templates()


def _files(here: Journey) -> None:
    files = st.file_uploader(
        f"CSV or Excel (.xlsx), up to {SIZE_LIMIT_MB} MB; several are taken one after the other",
        accept_multiple_files=True,
        key=here.key("files"),
    )
    if st.button("Next: what was read", type="primary", disabled=not files):
        here.waiting = [(file.name, file.getvalue()) for file in files]
        here.go(2)
        st.rerun()


def _typed(session: Session, here: Journey) -> None:
    context = session.upload_context()
    forces = context.groups.at(context.home_force, context.today) or (context.home_force,)
    st.markdown(
        "Type or paste the open counts (from Excel or Word: click the first cell, then paste). "
        "A blank cell means not held; write 0 for none."
    )
    rows = [{"Force": force} | {kind.heading: None for kind in Kind} for force in (*forces, NATIONAL)]
    filled = st.data_editor(
        rows,
        key=here.key("typed"),
        hide_index=True,
        disabled=["Force"],
        column_config={kind.heading: st.column_config.NumberColumn(min_value=0) for kind in Kind},
    )
    if st.button("Next: what was read", key=here.key("typed_next")):
        here.waiting = [("typed-figures.csv", _as_csv(filled))]
        here.go(2)
        st.rerun()


def _as_csv(rows: list[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Force", *(kind.plural for kind in Kind)])
    for row in rows:
        writer.writerow([row["Force"], *(_number(row[kind.heading]) for kind in Kind)])
    return text.getvalue().encode()


def _number(value: object) -> str:
    """A cell of the grid as text; the grid gives None or not-a-number for blank."""
    if value is None or value != value:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _templates() -> None:
    st.markdown("Empty files with the headings that the dashboard reads best; many other names are understood as well.")
    for name, content in TEMPLATES.items():
        st.download_button(f"Download {name}", content, file_name=name, mime="text/csv")
    rows = dictionary_rows()
    st.table(
        {heading: [plain(row[heading]) for row in rows] for heading in rows[0]}, alt="The columns of an items export"
    )
