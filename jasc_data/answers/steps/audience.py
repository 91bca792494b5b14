"""Who steps are for (rule 20): owners can be people's names, and leave the dashboard only where leads are named."""

from collections import Counter
from dataclasses import replace

from jasc_data.answers.steps.answer import StepsHeld, StepVersion
from jasc_data.domain.normalise import spelling_key, visible


def for_audience(held: StepsHeld, *, leads: bool) -> StepsHeld:
    """The steps with their owners named, or with ``Owner 1``, ``Owner 2`` ... in their place, most steps to do first.

    One owner in two spellings is one; who has no owner has none.
    """
    if leads:
        return held
    numbered = _numbered(held)

    def without_names(steps: tuple[StepVersion, ...]) -> tuple[StepVersion, ...]:
        return tuple(replace(step, owner=numbered.get(spelling_key(step.owner), "")) for step in steps)

    items = tuple(replace(found, steps=without_names(found.steps)) for found in held.items)
    return replace(held, items=items, versions=without_names(held.versions))


def _numbered(held: StepsHeld) -> dict[str, str]:
    """By spelling key, what stands for each owner; numbers of one length, so that they sort in their order."""
    to_do: Counter[str] = Counter()
    names: dict[str, str] = {}
    for version in held.versions:
        if key := spelling_key(version.owner):
            names.setdefault(key, visible(version.owner))
    for found in held.items:
        to_do.update(spelling_key(step.owner) for step in found.steps if not step.state.is_met)
    in_order = sorted(names, key=lambda key: (-to_do[key], names[key]))
    digits = len(str(len(in_order)))
    return {key: f"Owner {place:0{digits}}" for place, key in enumerate(in_order, start=1)}
