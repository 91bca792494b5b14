"""The tables of steps: one item's, every version of them, counts by report, what is ready, and the differences."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from jasc_data.answers.register.answer import Register
from jasc_data.answers.register.tables import asked_cell, leading_cell
from jasc_data.answers.register.text import item_grade_words
from jasc_data.answers.steps.answer import ItemSteps, StepsHeld, StepVersion
from jasc_data.answers.steps.differences import Difference, theirs
from jasc_data.answers.steps.text import step_state_words
from jasc_data.domain.vocabulary import Grade, Status, Written
from jasc_data.drawing.table_spec import Cell, Column, Contents, Format, Line, Link, TableSpec, rows_of
from jasc_data.wording.numbers import local_time, long_date


def steps_of_item_table(steps: Sequence[StepVersion], day: date, caption: str) -> TableSpec:
    """An item's steps as they stand, their owners as the answer has them: named, or numbered where they leave."""
    columns = (Column("Step"), Column("Owner"), Column("Due", Format.LONG_DATE), Column("State"), Column("Evidence"))
    rows = ((step.step, step.owner, step.due_on, step_state_words(step, day), step.evidence) for step in steps)
    return TableSpec(columns, rows_of(rows), caption, headed_rows=False)


def step_versions_table(versions: Iterable[StepVersion]) -> TableSpec:
    """All that was ever done to the steps of an item, in order."""
    columns = (
        *(Column(heading) for heading in ("When", "Step", "Owner", "State", "Evidence")),
        Column("From", Format.LONG_DATE),
        Column("Who"),
    )
    rows = (
        (
            local_time(version.happened_at),
            version.step,
            version.owner,
            _version_words(version),
            version.evidence,
            version.dated,
            version.actor.words,
        )
        for version in versions
    )
    return TableSpec(columns, rows_of(rows), "Everything that was done to these steps, in order", headed_rows=False)


def progress_table(held: StepsHeld) -> TableSpec:
    """Open items by report: how many have steps, all steps met, await sign-off, are ready; with the total below."""
    headings = ("Open", "With steps", "All steps met", "Evidence seen", "Await sign-off", "Ready to close")
    columns = (Column("Report"), *(Column(heading, Format.COUNT) for heading in headings))
    open_ = [found for found in held.items if found.item.counts]
    rows: list[Contents] = [
        (Cell(name, link=Link("report", number)), *_counts([one for one in open_ if one.item.report_id == number]))
        for number, name in held.register.report_labels.items()
        if any(one.item.report_id == number and one.steps for one in open_)
    ]
    without = [
        one for one in open_ if not any(two.steps for two in held.of_report(one.item.report_id) if two.item.counts)
    ]
    if without:
        rows.append(("Reports without steps", *_counts(without)))
    rows.append(("All reports", *_counts(open_)))
    return TableSpec(
        columns, rows_of(rows), f"Open items by report and how far their steps are, {long_date(held.until)}"
    )


def ready_table(register: Register, found: Iterable[ItemSteps], closes: Mapping[Grade, str], caption: str) -> TableSpec:
    """Items that are ready to close: what each asks, how its steps stand, who can close it, what the export says."""
    columns = tuple(
        Column(heading) for heading in ("Item", "What it asks, and report", "Steps", "Who can close", "The export says")
    )
    rows = (
        (
            leading_cell(register, one.item),
            asked_cell(one.item),
            Cell(f"{one.met:,} of {len(one.steps):,} met", below=(Line(_evidence(one)),)),
            Cell(closes[one.item.grade], below=(Line(item_grade_words(one.item)),)),
            theirs(one.item),
        )
        for one in found
    )
    return TableSpec(columns, rows_of(rows), caption)


def differences_table(register: Register, found: Iterable[Difference], caption: str) -> TableSpec:
    """What is written here beside what the export says, of the items of which the two differ."""
    columns = tuple(Column(heading) for heading in ("Item", "What it asks, and report", "We say", "The portal says"))
    rows = ((leading_cell(register, one.item), asked_cell(one.item), one.ours, one.theirs) for one in found)
    return TableSpec(columns, rows_of(rows), caption)


def signed_off_table(register: Register, found: Iterable[ItemSteps], caption: str) -> TableSpec:
    """The sign-offs recorded: when, under whose oversight, and what the export says of the item."""
    columns = (
        Column("Item"),
        Column("Signed off", Format.LONG_DATE),
        Column("Oversight, and note"),
        Column("The export says"),
    )
    rows = (
        (
            leading_cell(register, one.item),
            Cell(one.signed_off.signed_on, below=(Line(f"Recorded by {one.signed_off.actor.words}"),)),
            Cell(one.signed_off.board, below=(Line(one.signed_off.note),) if one.signed_off.note else ()),
            theirs(one.item),
        )
        for one in found
        if one.signed_off
    )
    return TableSpec(columns, rows_of(rows), caption)


def _counts(items: Sequence[ItemSteps]) -> tuple[int, ...]:
    return (
        len(items),
        sum(bool(one.steps) for one in items),
        sum(one.all_met for one in items),
        sum(one.evidence_seen for one in items),
        sum(one.item.status is Status.AWAITING_SIGN_OFF for one in items),
        sum(one.ready for one in items),
    )


def _version_words(version: StepVersion) -> str:
    words = "removed" if version.action is Written.REMOVED else version.state.value
    return f"{words} (withdrawn with its tracking workbook)" if version.withdrawn else words


def _evidence(found: ItemSteps) -> str:
    seen = sum(step.state.value == "evidence seen" for step in found.steps)
    return f"Evidence of {seen:,} seen" if seen else "No evidence seen yet"
