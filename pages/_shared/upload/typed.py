"""Step 1 without a file: the paper's table pasted from Word or Excel, or the figures typed into a grid."""

import csv
import io
from collections.abc import Sequence

import streamlit as st

from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.intake.pasted import looked_at, pasted_csv
from jasc_data.intake.uploads import CheckedFile
from jasc_data.uploads.impact_text import read_sentences
from jasc_data.uploads.understood import NATIONAL, understood
from jasc_data.uploads.understood_table import understood_table
from pages._shared.panels import folded, show_lines, show_problems, show_table
from pages._shared.session import Session
from pages._shared.upload.journey import Grid, Journey, Rows, context_of

PASTED, TYPED = "pasted-figures.csv", "typed-figures.csv"
BEYOND = "Leave empty"  # catches a paste that is wider than the grid, which would else be cut off unseen


def typed(session: Session, here: Journey) -> None:
    """Takes a pasted table or typed figures, shows how they are understood, and goes on."""
    with st.container():  # so that the grid keeps its place, and stays open, whatever is shown above it
        _pasted(session, here)
    stands = _key(here) in st.session_state
    if not stands and here.grid and _has_figures(here.grid.now):
        st.session_state[f"folded-grid-{here.round}"] = True  # left with figures in it
    part = folded("Or type the figures into a grid", f"grid-{here.round}")
    if part.open or stands:  # once there it stays: folded away, what was typed would be lost
        with part:
            _grid(session, here)


def _pasted(session: Session, here: Journey) -> None:
    label = (
        "Paste the whole table here, headings included, as copied from Word or Excel: "
        "forces across, as in the committee paper, or forces down"
    )
    text = st.text_area(label, key=f"pasted_{here.round}", height=140, persist_state="session") or ""
    context = context_of(session)
    table = looked_at(pasted_csv(text, context.directory), PASTED, context) if text.strip() else None
    with st.container(horizontal=True):
        looked = st.button(
            "Show how it is understood", key=f"look_{here.round}", type="secondary" if table else "primary"
        )
        if table:
            _offer_next(here, table)
    if table:
        _show(session, table)
    elif looked:
        st.markdown("The box is empty: paste the table into it first.")


def _grid(session: Session, here: Journey) -> None:
    context = context_of(session)
    forces = context.groups.at(context.home_force, context.today) or (context.home_force,)
    st.markdown(
        "One figure a cell: blank means not held, 0 means none. A table that you copied goes into the box above, "
        "not here: in the grid its figures would land in the wrong cells."
    )
    grid = _kept(here, (*forces, NATIONAL))
    filled = grid.now = st.data_editor(
        grid.begun,
        key=_key(here),
        hide_index=True,
        disabled=["Force"],
        height="content",
        column_config={kind.heading: st.column_config.TextColumn(alignment="right") for kind in Kind}
        | {BEYOND: st.column_config.TextColumn(width="small")},
        alt="A grid for the open counts, a row for each force",
    )
    if any(str(row[BEYOND] or "").strip() for row in filled):
        st.error(
            "What was pasted is wider than this grid, so its figures stand in the wrong cells and some are cut off. "
            f"Clear the grid, and paste the table into the box above. (The column “{BEYOND}” must stay empty.)"
        )
    elif _has_figures(filled):
        table = looked_at(_as_csv(filled), TYPED, context)
        _offer_next(here, table)
        _show(session, table)


def _kept(here: Journey, forces: Sequence[str]) -> Grid:
    """What the grid began with, the same for as long as it stands; where it comes back, what it was left with."""
    if here.grid is None:
        blank = [{"Force": force} | {kind.heading: "" for kind in Kind} | {BEYOND: ""} for force in forces]
        here.grid = Grid(blank, blank)
    elif _key(here) not in st.session_state:
        here.grid.begun = here.grid.now
    return here.grid


def _has_figures(rows: Rows) -> bool:
    return any(str(row[kind.heading] or "").strip() for row in rows for kind in Kind)


def _key(here: Journey) -> str:
    return f"typed_{here.round}"


def _offer_next(here: Journey, table: CheckedFile) -> None:
    key = here.key(f"next_{table.file_name}")
    if st.button("Next: what was read", key=key, type="primary", disabled=bool(table.errors)):
        here.waiting = [(table.file_name, table.content)]
        here.go(2)
        st.rerun()


def _show(session: Session, table: CheckedFile) -> None:
    """The figures by force and kind, or what stands against reading them."""
    if table.errors:
        st.markdown("**The table cannot be read yet.** Mend it where it was copied from, or here, and look again.")
        show_problems(table.errors)
    elif table.export_type is ExportType.POSITIONS:
        st.markdown("**How it is understood.** The date of the figures is asked next; nothing is kept yet.")
        figures = understood_table(understood(table.uploads), session.settings.home_force)
        show_table(figures, f"understood-{table.file_name.split('.')[0]}")
    else:
        show_lines(read_sentences(table))


def _as_csv(rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Force", *(kind.plural for kind in Kind)])
    writer.writerows([row["Force"], *(row[kind.heading] or "" for kind in Kind)] for row in rows)
    return text.getvalue().encode()
