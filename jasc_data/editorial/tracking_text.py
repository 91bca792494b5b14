"""A tracking workbook that came back, in sentences: what was read, what it would do, what became of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jasc_data.answers.steps.answer import ItemSteps
from jasc_data.editorial.tracking import ReturnedWorkbook
from jasc_data.editorial.tracking_actions import TakenIn
from jasc_data.editorial.tracking_return import Returned, TrackingReturn
from jasc_data.editorial.tracking_rows import ReturnedStep
from jasc_data.wording.numbers import counted, listed, local_time, long_date

_NAMED = 8  # items named in a sentence before it says how many more


def read_sentence(returned: TrackingReturn) -> str:
    """What the file is, and how much of it was filled in."""
    made = f", given out on {long_date(returned.made.day)}" if returned.made else ""
    alike = f"{counted(returned.untouched, 'row')} {'says' if returned.untouched == 1 else 'say'} what is held"
    return f"A tracking workbook{made}: {counted(len(returned.all), 'change')}; {alike}."


def effect_sentences(returned: TrackingReturn, told: TakenIn, unchosen: int = 0) -> tuple[str, ...]:
    """What taking it in would do. unchosen: of so many rows it is still to be said which version holds."""
    if not returned.all:
        return ("The workbook says nothing that is not held already, so there is nothing to take in.",)
    added = sum(step.given is None for step in returned.steps)
    changed = len(returned.steps) - added
    parts = [
        (changed, f"{counted(changed, 'step')} changed"),
        (added, f"{counted(added, 'step')} added"),
        (len(returned.positions), f"{counted(len(returned.positions), 'position')} written"),
    ]
    lines = [f"{listed([words for count, words in parts if count])}."]
    lines += [f"Ready to close by that: {_names(told.ready)}."] if told.ready else []
    lines += [f"Ready to close no more: {_names(told.ready_no_more)}."] if told.ready_no_more else []
    edited = len(returned.to_choose)
    if edited:
        was = "row was" if edited == 1 else "rows were"
        left = f"; say of {'it' if edited == 1 else f'{unchosen:,} of them'} which version holds" if unchosen else ""
        lines.append(f"{edited:,} {was} edited here since the workbook was given out{left}.")
    return tuple(lines)


def meanwhile_sentence(one: Returned) -> str:
    """Which row, and who changed what it is about since it was given out."""
    place = f"{one.row.sheet}, row {one.row.number}, {one.label}"
    if isinstance(one, ReturnedStep) and one.is_gone:
        by = f" by {one.held.actor.words}" if one.held else ""
        return f"{place}: the step was removed{by} since the workbook was given out."
    held = one.held
    assert held is not None  # or nothing was edited
    when = f"on {local_time(held.happened_at)}"
    later = ""
    if one.held_later:
        later = f" It is of {long_date(held.dated)}, a later day than the workbook tells, and goes on holding."
    return f"{place}: changed by {held.actor.words} {when}.{later}"


def returns_headline(workbooks: Sequence[ReturnedWorkbook]) -> str:
    """How many tracking workbooks were taken in."""
    states = Counter(one.holds for one in workbooks)
    aside = f", {states[False]:,} of them withdrawn" if states[False] else ""
    return f"{counted(len(workbooks), 'tracking workbook')} taken in{aside}"


def taken_in_sentence(returned: TrackingReturn, told: TakenIn) -> str:
    """That it was done."""
    counts = effect_sentences(returned, told)[0]
    return f"Taken in as tracking workbook {told.number}: {returned.file_name}. {counts}"


def _names(found: Iterable[ItemSteps]) -> str:
    names = [one.item.name for one in found]
    more = len(names) - _NAMED
    return listed([*names[:_NAMED], *([f"{more:,} more"] if more > 0 else [])])
