"""The parts that rest on what people write: positions, steps to green, what is ready to close, activity, replies."""

from collections.abc import Sequence
from dataclasses import replace

from jasc_data.answers.activity.answer import Activity
from jasc_data.answers.activity.tables import activity_table
from jasc_data.answers.activity.text import activity_sentences, activity_source
from jasc_data.answers.replies.text import replies_sentences
from jasc_data.answers.steps.answer import StepsHeld
from jasc_data.answers.steps.tables import progress_table, ready_table
from jasc_data.answers.steps.text import ready_sentences, steps_source
from jasc_data.documents.paper.part import Made, NotHeld, PaperAnswers
from jasc_data.domain.vocabulary import ActivityKind
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.wording.numbers import long_date

_POSITIONS = (Column("Report or item"), Column("Current position"), Column("Position of", Format.LONG_DATE))
_BOARDS_AND_COMPLAINTS = (ActivityKind.BOARD, ActivityKind.SUPER_COMPLAINT)


def positions(answers: PaperAnswers) -> Made:
    """The current position of each report and item of which one is written for the committee."""
    found = answers.written.positions
    if not found:
        return NotHeld("No position is written for the committee; the pages of reports and items take one.")
    rows = rows_of((one.name, " ".join(one.version.text.split()), one.version.dated) for one in found)
    table = TableSpec(_POSITIONS, rows, f"Current positions on {long_date(answers.written.until)}")
    return table, Words(("Source: commentary kept on this dashboard for the committee.",))


def progress(answers: PaperAnswers) -> Made:
    """By report, how many open items have all their steps met, await sign-off, and are ready to close."""
    held = answers.written.steps
    if not held.versions:
        return NotHeld("No steps to green are written; the page of each item takes them.")
    return progress_table(held), _steps_source(held)


def ready(answers: PaperAnswers) -> Made:
    """The items with all their steps met that do not await sign-off yet, and who can close each."""
    held, closes = answers.written.steps, dict(answers.presented.who_closes)
    if not held.versions:
        return NotHeld("No steps to green are written, so nothing can be told to be ready.")
    said = Words(ready_sentences(held, closes))
    if not held.ready:
        return said, _steps_source(held)
    caption = f"Ready to close on {long_date(answers.written.until)}"
    return said, ready_table(held.register, held.ready, closes, caption), _steps_source(held)


def _steps_source(held: StepsHeld) -> Words:
    return Words((f"{steps_source(held).removesuffix('.')}.",))


def activity(answers: PaperAnswers) -> Made:
    """The inspections that go on or are planned, and what is expected of them."""
    going_on = answers.written.activity.going_on
    return _entries(
        answers, [entry for entry in going_on if entry.kind not in _BOARDS_AND_COMPLAINTS], "inspection that goes on"
    )


def super_complaints(answers: PaperAnswers) -> Made:
    """The super-complaints, finished ones included, and what is expected of each."""
    return _entries(answers, answers.written.activity.of_kind(ActivityKind.SUPER_COMPLAINT), "super-complaint")


def replies(answers: PaperAnswers) -> Made:
    """The police and crime commissioner's replies to the reports: what is overdue, what is next."""
    found = answers.written.replies
    said = replies_sentences(found) if found else ()
    return (Words(said),) if said else NotHeld("No report with a publication date is held.")


def _entries(answers: PaperAnswers, entries: Sequence[Activity], what: str) -> Made:
    if not entries:
        return NotHeld(f"No {what} is in the activity register; the page Activity takes one.")
    held = replace(answers.written.activity, entries=tuple(entries))
    table = activity_table(
        held, f"As the activity register has it on {long_date(held.day)}", with_leads=answers.presented.leads, by=False
    )
    return Words(activity_sentences(held)), table, Words((f"{activity_source(held)}.",))
