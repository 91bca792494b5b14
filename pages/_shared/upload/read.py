"""Step 2: what was read, and the questions that only the uploader can answer: date, sheet, headings, words."""

from dataclasses import replace
from datetime import date

import streamlit as st

from jasc_data.analysis.effect_words import read_sentences
from jasc_data.intake.headings import ITEM_FIELDS, Layout
from jasc_data.intake.learned import LEFT_OUT, Decision, Domain
from jasc_data.intake.questions import word_questions
from jasc_data.intake.uploads import CheckedFile
from jasc_data.intake.workbook import sheet_names
from pages._shared.panels import show_lines
from pages._shared.session import Session, today
from pages._shared.text import plain
from pages._shared.upload.journey import Journey, checked_file

_NOT_READ = "(not read)"
_FIELDS = [_NOT_READ, *ITEM_FIELDS, "open"]


def read(session: Session, here: Journey) -> None:
    """Shows what was read and takes the answers."""
    first = checked_file(session)
    if any(found.code == "file.sheets" for found in first.problems) or here.request.sheet:
        names = sheet_names(here.content)
        sheet = st.selectbox("Which sheet of the workbook?", names, key=here.key("sheet"), index=None)
        here.request = replace(here.request, sheet=sheet)
    here.request = replace(here.request, as_of=_date(here, first))
    checked = checked_file(session)
    show_lines(read_sentences(checked))
    if checked.columns and checked.layout in (None, Layout.ITEMS, Layout.LONG):
        _headings(here, checked)
        checked = checked_file(session)
    _words(here, checked)


def _date(here: Journey, checked: CheckedFile) -> date | None:
    if any(column.field == "as_of" for column in checked.columns) and checked.layout:
        st.markdown("The file has its own column of dates.")
        return None
    suggested = checked.suggested_as_of
    chosen = st.date_input(
        "The date for which the figures are correct",
        value=here.request.as_of or suggested,
        max_value=today(),
        format="DD/MM/YYYY",
        key=here.key("as_of"),
    )
    if suggested and chosen == suggested:
        st.caption("This date was found in the file's name. Change it if it is not the date of the figures.")
    return chosen if isinstance(chosen, date) else None


def _headings(here: Journey, checked: CheckedFile) -> None:
    """A choice per column; only what differs from what would be read anyway becomes a decision."""
    unknown = [column for column in checked.columns if column.heading and column.field is None]
    label = "Columns" if checked.layout else "The headings are not known: say what each column holds"
    with st.expander(f"{label} ({len(unknown)} not read)", expanded=checked.layout is None):
        chosen: list[Decision] = []
        for place, column in enumerate(checked.columns):
            if not column.heading:
                continue
            current = column.field or _NOT_READ
            field = st.selectbox(
                f"Column {column.letter}: {plain(column.heading)}",
                _FIELDS,
                index=_FIELDS.index(current) if current in _FIELDS else 0,
                key=here.key(f"heading_{place}"),
            )
            if checked.layout is None or field != current:
                meaning = LEFT_OUT if field == _NOT_READ else field
                chosen.append(Decision(Domain.HEADING, column.heading, meaning, checked.signature))
        words = "Read the file with these columns" if checked.layout is None else "Read the columns so"
        if chosen and st.button(words, type="primary", key=here.key("headings")):
            here.request = replace(here.request, decisions=(*here.request.decisions, *chosen))
            st.rerun()


def _words(here: Journey, checked: CheckedFile) -> None:
    """A choice per word that is not known or could mean two things."""
    questions = word_questions(checked, {entry.word for entry in here.request.decisions})
    if not questions:
        return
    st.markdown("**Words that are not known.** What you choose is remembered for the next upload.")
    chosen = []
    for place, question in enumerate(questions):
        meaning = st.selectbox(
            f"{question.domain.capitalize()}: {plain(question.word)} ({question.rows})",
            question.candidates,
            index=None,
            placeholder="Choose what it means, or leave it",
            key=here.key(f"word_{place}_{question.word}"),
        )
        if meaning:
            chosen.append(Decision(question.domain, question.word, meaning))
    if chosen and st.button("Read the words so", type="primary", key=here.key("words")):
        here.request = replace(here.request, decisions=(*here.request.decisions, *chosen))
        st.rerun()
