"""Step 2: what was read, and the questions that only the uploader can answer: date, sheet, headings, words."""

from dataclasses import replace
from datetime import date

import streamlit as st

from jasc_data.intake.layouts import Layout
from jasc_data.intake.problems import Severity
from jasc_data.intake.uploads import CheckedFile
from jasc_data.intake.workbook import sheet_names
from jasc_data.uploads.impact_text import read_sentences
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import show_lines, show_problems
from pages._shared.session import Session, current
from pages._shared.upload.apart import read_apart
from pages._shared.upload.columns import ask_columns
from pages._shared.upload.journey import Journey, checked_file, remembered, stopped
from pages._shared.upload.words import ask_words

_ABOUT_HEADINGS = ("headings.", "layout.", "file.")
_ASKED_IN_THIS_STEP = ("headings.missing", "headings.unknown", "headings.yes_no", "headings.duplicate", "file.sheets")


def read(session: Session, here: Journey) -> bool:
    """Shows what was read and takes the answers. True when it may go on: not before it is known which sheet is read,
    and never with a file that cannot be read at all, of which nothing is asked."""
    first = checked_file(session)
    if any(found.code == "file.sheets" for found in first.problems) or here.request.sheet:
        here.request = replace(here.request, sheet=_sheet(here))
        if not here.request.sheet:
            return False
        first = checked_file(session)
    if first.encoding is None:
        _headings_that_fail(first)
        return False
    here.request = replace(here.request, as_of=_date(here, first))
    checked = checked_file(session)
    show_lines(read_sentences(checked))
    _headings_that_fail(checked)
    if checked.columns and checked.layout in (None, Layout.ITEMS, Layout.LONG):
        ask_columns(here, checked)
    ask_words(here, checked)
    return True


def _sheet(here: Journey) -> str | None:
    names = remembered("sheets", here.digest, lambda: read_apart(sheet_names, here.content, on_stop=stopped))
    return st.selectbox(
        "Which sheet of the workbook?", names, key=here.key("sheet"), index=None, persist_state="session"
    )


def _date(here: Journey, checked: CheckedFile) -> date | None:
    if any(column.field == "as_of" for column in checked.columns) and checked.layout:
        st.markdown("The file has its own column of dates.")
        return None
    suggested = checked.suggested_as_of
    chosen = st.date_input(
        "The date for which the figures are correct",
        value=here.request.as_of or suggested,
        max_value=current().today,
        format="DD/MM/YYYY",
        key=here.key("as_of"),
    )
    if suggested and chosen == suggested:
        st.caption("This date was found in the file's name. Change it if it is not the date of the figures.")
    return chosen if isinstance(chosen, date) else None


def _headings_that_fail(checked: CheckedFile) -> None:
    """What is wrong with the headings or the file as a whole, and is not one of this step's own questions."""
    for entry in checked.problems:
        if entry.code == "headings.missing":
            st.markdown(f"**{plain(entry.message)}** Say below which columns hold them.")
    found = [
        entry
        for entry in checked.problems
        if entry.severity is Severity.ERROR
        and entry.code.startswith(_ABOUT_HEADINGS)
        and entry.code not in _ASKED_IN_THIS_STEP
    ]
    if found:
        show_problems(found)
