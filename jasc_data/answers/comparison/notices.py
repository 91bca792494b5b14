"""What must be said beside the figures: their age, how far apart they lie, what is missing, where sources differ."""

from datetime import date

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.figures.averaged import average_name, averaged
from jasc_data.domain.policy import APART_AFTER_DAYS, STALE_AFTER_DAYS
from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.wording.numbers import average, listed, long_date


def notices(comparison: Comparison, today: date) -> tuple[str, ...]:
    """Everything worth saying about the answer's dates and sources, each as one sentence."""
    if comparison.as_of is None:
        return ()
    found = [*_stale(comparison, today), *_apart(comparison), *_not_held(comparison), *contradictions(comparison)]
    for entry in comparison.kinds.values():
        found += [*_partly_older(comparison, entry), *_national(entry)]
    return tuple(dict.fromkeys(found))


def contradictions(comparison: Comparison) -> tuple[str, ...]:
    """Home figures that items and positions of one date tell differently: one of the two exports is wrong (rule 8)."""
    return tuple(line for entry in comparison.kinds.values() for line in _sources_differ(comparison, entry))


def _stale(comparison: Comparison, today: date) -> list[str]:
    """Home figures more than 31 days before today say so (rule 9)."""
    old: dict[date, list[str]] = {}
    for kind, entry in comparison.kinds.items():
        if entry.home and (today - entry.home.complete_as_of).days > STALE_AFTER_DAYS:
            old.setdefault(entry.home.complete_as_of, []).append(kind.plural)
    return [
        f"{comparison.home}'s figures {f'for {listed(kinds)} ' if len(kinds) < len(Kind) else ''}"
        f"are of {long_date(day)}, {(today - day).days:,} days before today."
        for day, kinds in old.items()
    ]


def _apart(comparison: Comparison) -> list[str]:
    """A comparison whose dates lie more than 31 days apart says so (rule 9)."""
    days = [
        headline.complete_as_of
        for entry in comparison.kinds.values()
        for headline in (*entry.members, *((entry.home,) if entry.home else ()))
    ]
    if not days or (max(days) - min(days)).days <= APART_AFTER_DAYS:
        return []
    return [
        f"The figures compared are not of one date: the oldest is of {long_date(min(days))}, "
        f"the newest of {long_date(max(days))}."
    ]


def _not_held(comparison: Comparison) -> list[str]:
    if not comparison.group:
        return [f"No most similar group is held for {comparison.home}, so there is no MSG average and no rank."]
    missing: dict[tuple[str, ...], list[str]] = {}
    for kind, entry in comparison.kinds.items():
        if entry.not_held:
            missing.setdefault(entry.not_held, []).append(kind.plural)
    return [_missing_words(comparison, forces, kinds) for forces, kinds in missing.items()]


def _missing_words(comparison: Comparison, forces: tuple[str, ...], kinds: list[str]) -> str:
    until = long_date(comparison.as_of or date.min)
    if set(comparison.group) - {comparison.home} <= set(forces):
        return (
            f"For {listed(kinds)} there is no MSG average and no rank: "
            f"no other force of the group has a figure within 92 days before {until}."
        )
    held = [force for force in comparison.group if force not in forces]
    of = averaged(held, comparison.group, comparison.home, comparison.basis)
    name = average_name(comparison.basis, comparison.home)
    whose = "the {} others" if of.others else "{} forces"
    count = f"the {name} is of {len(of.forces)} of {whose.format(len(of.of))}"
    return (
        f"For {listed(kinds)} {'there is no rank' if of.whole else count}: "
        f"no figure within 92 days before {until} is held for {listed(forces)}."
    )


def _sources_differ(comparison: Comparison, entry: KindComparison) -> list[str]:
    """Items and positions of one date that do not agree (rule 8)."""
    home = entry.home
    if home is None or home.other_as_of != home.as_of or home.other_open == home.open:
        return []
    return [
        f"For {entry.kind.plural} of {comparison.home} on {long_date(home.as_of)} the items count {home.open:,} open "
        f"and the positions {home.other_open:,}; the items are shown."
    ]


def _partly_older(comparison: Comparison, entry: KindComparison) -> list[str]:
    home = entry.home
    if home is None or home.source is not ExportType.ITEMS or home.complete_as_of == home.as_of:
        return []
    return [
        f"The {entry.kind.plural} of {comparison.home} were last exported for some reports only "
        f"({long_date(home.as_of)}); the other reports are as of {long_date(home.complete_as_of)}."
    ]


def _national(entry: KindComparison) -> list[str]:
    if entry.national and entry.national.other:
        used, other = entry.national, entry.national.other
        return [
            f"National average of {entry.kind.plural}: {average(used.value)} is {used.source} "
            f"({used.when}), {average(other.value)} is {other.source} ({other.when})."
        ]
    if entry.national is None and entry.national_last:
        last = entry.national_last
        return [
            f"National average of {entry.kind.plural}: none current; "
            f"last {average(last.average)} on {long_date(last.as_of)}."
        ]
    return []
