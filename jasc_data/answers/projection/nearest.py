"""The very items that a way to the target is made of, those nearest to being closed first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jasc_data.answers.projection.lists import Path, Target
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.tables import ASKED, asked_cell, leading_cell
from jasc_data.answers.register.text import item_grade_words, item_standing_words
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.drawing.table_spec import Cell, Column, Line, TableSpec, rows_of
from jasc_data.wording.numbers import counted, listed, sentence_case

NOT_STATED = "not stated"


def nearest_items(register: Register, goal: Target, path: Path, rule: Mapping[Grade, str]) -> tuple[RegisterItem, ...]:
    """The open items that the steps speak of: those awaiting sign-off, then those of which it is stated who may close
    them, the lower grade first since it needs the fewer people, then the rest. rule: by grade who may close an item.
    """
    reports = {step.report_id for step in path.steps}
    waiting = None in reports
    found = [
        item
        for item in register.open
        if item.kind is goal.kind and (item.report_id in reports or (waiting and _awaits(item)))
    ]
    return tuple(sorted(found, key=lambda item: (not _awaits(item), _who(item, rule) == NOT_STATED, item.grade.value)))


def nearest_heading(name: str, path: Path, items: Sequence[RegisterItem]) -> str:
    """``By report: which items, 25 of these 34``."""
    needed = sum(step.needed for step in path.steps)
    which = f"all {len(items):,}" if needed == len(items) else f"{needed:,} of these {len(items):,}"
    return f"{name}: which items, {which}"


def nearest_sentence(items: Sequence[RegisterItem], rule: Mapping[Grade, str]) -> str:
    """How many of them await sign-off, and who may close the others."""
    waiting = sum(map(_awaits, items))
    others = Counter(_who(item, rule) for item in items if not _awaits(item))
    told = [f"{number:,}, {who}" for who, number in others.most_common() if who != NOT_STATED]
    told += [f"{others[NOT_STATED]:,}, {NOT_STATED}"] if others[NOT_STATED] else []
    await_ = "awaits" if waiting == 1 else "await"
    first = f"{waiting:,} of the {counted(len(items))} {await_} sign-off" if waiting else "None awaits sign-off"
    return f"{first}{f'; who can close the rest: {listed(told)}' if told else ''}. They stand in that order."


def nearest_table(
    register: Register, items: Sequence[RegisterItem], rule: Mapping[Grade, str], caption: str
) -> TableSpec:
    """The items in the order given: each leads to its page, with how it stands, whose it is and who may close it."""
    columns = (*ASKED, Column("Status and lead"), Column("Who can close it"))
    rows = (
        (
            leading_cell(register, item),
            asked_cell(item),
            Cell(item_standing_words(item), below=(Line(item.lead or "No lead"),)),
            Cell(sentence_case(_who(item, rule)), below=(Line(item_grade_words(item)),)),
        )
        for item in items
    )
    return TableSpec(columns, rows_of(rows), caption)


def _awaits(item: RegisterItem) -> bool:
    return item.status is Status.AWAITING_SIGN_OFF


def _who(item: RegisterItem, rule: Mapping[Grade, str]) -> str:
    return rule.get(item.grade, NOT_STATED)
