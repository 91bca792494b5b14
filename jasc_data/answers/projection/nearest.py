"""The very items that a way to the target is made of, those nearest to being closed first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jasc_data.answers.projection.lists import Path, Target
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.wording.numbers import counted

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

    def distance(item: RegisterItem) -> tuple[bool, bool, str]:
        return not _awaits(item), who_may_close(item, rule) == NOT_STATED, item.grade.value

    return tuple(sorted(found, key=distance))


def nearest_heading(name: str, path: Path, items: Sequence[RegisterItem]) -> str:
    """``By report: which items, 25 of these 34``."""
    needed = sum(step.needed for step in path.steps)
    which = f"all {len(items):,}" if needed == len(items) else f"{needed:,} of these {len(items):,}"
    return f"{name}: which items, {which}"


def nearest_sentence(items: Sequence[RegisterItem], rule: Mapping[Grade, str]) -> str:
    """How many of them await sign-off, and who may close the others."""
    waiting = sum(map(_awaits, items))
    others = Counter(who_may_close(item, rule) for item in items if not _awaits(item))
    told = [f"{number:,}, {who}" for who, number in others.most_common() if who != NOT_STATED]
    told += [f"{others[NOT_STATED]:,}, {NOT_STATED}"] if others[NOT_STATED] else []
    await_ = "awaits" if waiting == 1 else "await"
    first = f"{waiting:,} of the {counted(len(items))} {await_} sign-off" if waiting else "None awaits sign-off"
    rest = f"; who can close the rest: {'; '.join(told)}" if told else ""
    return f"{first}{rest}. They stand in that order."


def _awaits(item: RegisterItem) -> bool:
    return item.status is Status.AWAITING_SIGN_OFF


def who_may_close(item: RegisterItem, rule: Mapping[Grade, str]) -> str:
    """Who may close an item, as the rule says of its grade."""
    return rule.get(item.grade, NOT_STATED)
