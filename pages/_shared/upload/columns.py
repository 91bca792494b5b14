"""The mapping step: a row for each heading with samples of its values and what it is taken to mean."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from jasc_data.intake.fields import FIELDS, MEANINGS
from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import ANY_LAYOUT, LEFT_OUT, OWN_COLUMNS, Decision, Domain
from jasc_data.intake.uploads import CheckedFile
from jasc_data.wording.markdown_text import plain
from pages._shared.upload.journey import Journey

_OPTIONS = [*FIELDS, LEFT_OUT]
_WORDS = {**MEANINGS, LEFT_OUT: "Set aside: not read"}
_WIDTHS = [3, 5, 4]


def ask_columns(here: Journey, checked: CheckedFile) -> None:
    """Every column in one of three groups; what is asked about stands first and open."""
    columns = [column for column in checked.columns if column.heading and column.heading.casefold() not in OWN_COLUMNS]
    asked = [column for column in columns if column.proposal]
    aside = [column for column in columns if column.set_aside]
    sure = [column for column in columns if column.field and not column.proposal]
    if asked:
        _asked(here, asked)
    with st.expander(f"Read without a question: {_counted(sure)}", key=here.key("sure")):
        _changeable(here, sure, "sure")
    if aside:
        with st.expander(f"Set aside: {_counted(aside)}", key=here.key("aside")):
            _changeable(here, aside, "aside")


def _asked(here: Journey, asked: Sequence[Column]) -> None:
    """What must be confirmed: filled in where heading and values agree, to be chosen where they do not."""
    st.header(f"Please confirm: {_counted(asked)}", anchor=False)
    st.markdown("What you say is remembered for the next file with such a heading.")
    with st.form(here.key("columns"), border=False):
        meanings = _rows(here, asked, "asked")
        with st.container(horizontal=True):
            some = st.form_submit_button("Read the columns so", type="primary")
            rest = st.form_submit_button("Read them so, and set aside those not chosen")
    if some or rest:
        chosen = {column: meaning for column, meaning in meanings.items() if meaning is not None}
        if rest:
            chosen |= {column: LEFT_OUT for column, meaning in meanings.items() if meaning is None}
        _decide(here, chosen)


def _changeable(here: Journey, columns: Sequence[Column], group: str) -> None:
    """What is read or set aside already, to be said otherwise."""
    if not columns:
        return
    with st.form(here.key(f"columns_{group}"), border=False):
        meanings = _rows(here, columns, group)
        pressed = st.form_submit_button("Read these columns so", key=here.key(f"change_{group}"))
    if pressed:
        stands = {column: LEFT_OUT if column.set_aside else column.field for column in columns}
        changed = {column: new for column, new in meanings.items() if new is not None and new != stands[column]}
        _decide(here, changed)


def _rows(here: Journey, columns: Sequence[Column], group: str) -> dict[Column, str | None]:
    """A line for each heading; returns what was chosen, None where nothing was."""
    for place, words in zip(st.columns(_WIDTHS), ("Heading in the file", "Some of its values", "Means"), strict=True):
        place.markdown(f"**{words}**")
    meanings: dict[Column, str | None] = {}
    for column in columns:
        heading, samples, meaning = st.columns(_WIDTHS, vertical_alignment="center")
        heading.markdown(f"{column.letter}\\. **{plain(column.heading)}**")
        samples.markdown(plain("; ".join(column.samples)) if column.samples else "(empty)")
        stands = _stands(column)
        meanings[column] = meaning.selectbox(
            f"Meaning of column {column.letter}, {plain(column.heading)}",
            _offered(column),
            index=_offered(column).index(stands) if stands is not None else None,
            format_func=_WORDS.__getitem__,
            placeholder="Choose what it means",
            label_visibility="collapsed",
            key=here.key(f"column_{group}_{column.index}_{column.heading}"),
        )
    return meanings


def _offered(column: Column) -> list[str]:
    """Every meaning; those that heading and values speak for first, then to set it aside."""
    likely = list(column.proposal.candidates) if column.proposal else []
    return [*likely, LEFT_OUT, *(field for field in _OPTIONS if field not in likely and field != LEFT_OUT)]


def _stands(column: Column) -> str | None:
    if column.proposal:
        return column.proposal.filled_in
    return LEFT_OUT if column.set_aside else column.field


def _decide(here: Journey, chosen: dict[Column, str]) -> None:
    decisions = (Decision(Domain.HEADING, column.heading, meaning, ANY_LAYOUT) for column, meaning in chosen.items())
    here.request = replace(here.request, decisions=(*here.request.decisions, *decisions))
    st.rerun()


def _counted(columns: Sequence[Column]) -> str:
    return f"{len(columns)} column{'' if len(columns) == 1 else 's'}"
