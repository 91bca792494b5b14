"""The questions besides the columns: words that no list knows, and what a file without a column says of a field."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.intake.assumptions import NO_REPORT, Assumption
from jasc_data.intake.learned import ANY_LAYOUT, NO_DEADLINE, Decision, Domain
from jasc_data.intake.questions import WordQuestion, candidates, word_questions
from jasc_data.intake.remembered import RememberedWord
from jasc_data.intake.uploads import CheckedFile
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import counted
from pages._shared.session import current
from pages._shared.upload.journey import Journey

_ASKS = {
    "force": "No column says whose the items are. Whose are they all?",
    "report": "No column says from which report the items are. Which one is it? (Type its title.)",
    "status": "No column holds the status. What are all of the items?",
    "grade": "No column holds the grade. What are all of the items?",
    "deadline": "No column holds HMICFRS's deadline. Have the items one?",
}


def ask_words(here: Journey, checked: CheckedFile) -> None:
    """One form for all that is open; what was answered before is shown and can be said otherwise."""
    questions = word_questions(checked, {entry.word for entry in here.request.decisions})
    in_question = {field for column in checked.columns if column.proposal for field in column.proposal.candidates[:1]}
    open_ = [entry for entry in checked.assumptions if not entry.answered and entry.field not in in_question]
    if questions or open_:
        st.header(f"Please say: {_counted(len(questions) + len(open_))}", anchor=False)
        st.markdown("Each is asked once. What you say is remembered for the next upload.")
        with st.form(here.key("words"), border=False):
            decisions = [*_assumed(here, open_), *_words(here, questions)]
            if st.form_submit_button("Read the file so", type="primary"):
                _decide(here, decisions)
    answered = [entry for entry in checked.assumptions if entry.answered]
    if answered:
        with st.expander("Taken as decided, since the file has no column for it", key=here.key("taken")):
            _say_otherwise(here, answered)
    if checked.remembered:
        told = counted(len(checked.remembered), "word")
        with st.expander(f"{told} read as decided before", expanded=True, key=here.key("known_words")):
            _words_otherwise(here, checked.remembered)


def _say_otherwise(here: Journey, answered: Sequence[Assumption]) -> None:
    for entry in answered:
        st.markdown(plain(f"{entry.sentence[:1].upper()}{entry.sentence[1:]}."))
    with st.form(here.key("otherwise"), border=False):
        decisions = _assumed(here, answered)
        if st.form_submit_button("Say otherwise"):
            _decide(here, decisions)


def _words_otherwise(here: Journey, remembered: Sequence[RememberedWord]) -> None:
    """What each word is read as, with its rows; whoever knows better for this file says so."""
    with st.form(here.key("words_otherwise"), border=False):
        decisions = []
        for place, entry in enumerate(remembered):
            where = f"{plain(entry.column.heading)}, {counted(entry.rows, 'row')}"
            note = "" if entry.of_this_heading else "; decided for another column"
            choices = candidates(entry.domain, entry.word)
            meaning = st.selectbox(
                f"{plain(entry.word)} ({where}{note})",
                choices if entry.meaning in choices else (entry.meaning, *choices),
                index=choices.index(entry.meaning) if entry.meaning in choices else 0,
                format_func=WordQuestion.in_words,
                key=here.key(f"known_{place}_{entry.word}"),
            )
            if meaning is not None and meaning != entry.meaning:
                decisions.append(Decision(entry.domain, entry.word, meaning))
        if st.form_submit_button("Read these words so"):
            _decide(here, decisions)


def _assumed(here: Journey, entries: Sequence[Assumption]) -> list[Decision]:
    decisions = []
    for entry in entries:
        meaning = st.selectbox(
            _ASKS[entry.field],
            _answers(entry.field),
            index=None,
            format_func=_in_words(entry.field),
            placeholder="Choose",
            accept_new_options=entry.field == "report",
            key=here.key(f"assumed_{entry.field}_{entry.answered}"),
        )
        if meaning is not None:
            decisions.append(Decision(Domain.ASSUMPTION, entry.field, meaning, ANY_LAYOUT))
    return decisions


def _answers(field: str) -> list[str]:
    if field == "force":
        names, home = sorted(national_directory().names), current().settings.home_force
        return sorted(names, key=lambda name: name != home)
    return {"status": [*Status], "grade": [Grade.NOT_GRADED, *Grade][:5], "deadline": [NO_DEADLINE]}.get(
        field, [NO_REPORT]
    )


def _in_words(field: str):  # type: ignore[no-untyped-def]
    words = {NO_DEADLINE: "None of them has a deadline", NO_REPORT: "No report is stated"}
    if field == "status":
        return lambda meaning: f"All are {meaning}"
    if field == "grade":
        return lambda meaning: "None is graded" if meaning == Grade.NOT_GRADED else f"All are level {meaning}"
    return lambda meaning: words.get(meaning, meaning)


def _words(here: Journey, questions: Sequence[WordQuestion]) -> list[Decision]:
    decisions = []
    for place, question in enumerate(questions):
        meaning = st.selectbox(
            f"{question.title}: {plain(question.word)} ({question.rows})",
            question.candidates,
            index=None,
            format_func=question.in_words,
            placeholder="Choose what it means, or leave it",
            key=here.key(f"word_{place}_{question.word}"),
        )
        if meaning is not None:
            decisions.append(Decision(question.domain, question.word, meaning))
    return decisions


def _decide(here: Journey, decisions: Sequence[Decision]) -> None:
    here.request = replace(here.request, decisions=(*here.request.decisions, *decisions))
    st.rerun()


def _counted(number: int) -> str:
    return f"{number} question{'' if number == 1 else 's'}"
