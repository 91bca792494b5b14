"""The projection in sentences, each marked as one."""

from collections.abc import Mapping

from jasc_data.answers.comparison.text import averages_beside
from jasc_data.answers.projection.answer import Projection
from jasc_data.answers.projection.lists import Path, Target
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.numbers import listed, long_date, of_its
from jasc_data.wording.standing import rank_words, with_both
from jasc_data.wording.totals import other_than_headline

_NOT_STATED = "not stated"
MEANING = (
    "A projection, not a figure held: what the figures would be if the items that fit all your choices were signed off "
    "and nothing else changed here or in any other force."
)


def projection_headline(projection: Projection, goal: Target | None) -> str:
    """The page's message: what the choices would bring, else what the target takes."""
    if projection.now.as_of is None or not projection.now.home_is_held:
        return f"No figures of {projection.now.home} are held"
    if projection.projects:
        changes = [
            f"{kind.plural} {entry.home.open:,} to {then.home.open:,}"
            for kind, entry in projection.now.kinds.items()
            for then in (projection.then.kinds[kind],)
            if projection.signed_off.get(kind) and entry.home and then.home
        ]
        return f"Projection: {listed(changes)}"
    if goal is None and projection.held:
        counts = [kind.counted(projection.held[kind].open) for kind in Kind if kind in projection.held]
        return f"{listed(counts)} open: no target is set"
    if goal is None:
        return "Projection: no items are held to sign off"
    if goal.needed == 0:
        return f"Projection: {goal.kind.plural} are below {goal.below:,} already"
    return f"Projection: below {goal.kind.counted(goal.below)} takes at least {goal.needed:,} signed off"


def target_sentence(projection: Projection, goal: Target) -> str:
    """How many must be signed off to come below the target."""
    after = " after your choices" if projection.projects else ""
    heading = f"{goal.kind.counted(goal.open)} open{after}"
    if goal.needed == 0:
        return f"{heading}: below {goal.below:,} already."
    more = "more " if projection.projects else ""
    return f"{heading}: at least {goal.needed:,} {more}must be signed off to come below {goal.below:,}."


def closing_sentence(projection: Projection, kind: Kind, rule: Mapping[Grade, str]) -> str:
    """Who may close the open items of a kind that are left, as the rule says; blank where none is or none is graded."""
    by_who: dict[str, int] = {}
    for entry in projection.left(kind):
        who = rule.get(entry.grade, _NOT_STATED)
        by_who[who] = by_who.get(who, 0) + entry.open
    total = sum(by_who.values())
    if not total or kind is Kind.CAUSE_OF_CONCERN:
        return ""
    told = sorted(by_who.items(), key=lambda pair: (pair[0] == _NOT_STATED, -pair[1]))
    return f"Who can close the {kind.counted(total)}: {'; '.join(f'{number:,}, {who}' for who, number in told)}."


def target_text(projection: Projection, goal: Target) -> tuple[str, ...]:
    """What the target takes, to be copied: marked as a projection, with whose and of when it is, and both lists."""
    when = f" on {long_date(projection.now.as_of)}" if projection.now.as_of else ""
    lines = [f"Projection for {projection.now.home}{when}: {target_sentence(projection, goal)}"]
    if goal.needed:
        for name, (path, sentence) in ways(goal).items():
            steps = [f"{step.what} ({of_its(step.needed, step.open)})" for step in path.steps]
            lines.append(f"{name}{f', as open{when}' if when else ''}: {'; '.join(steps) or 'nothing'}. {sentence}")
    return tuple(lines)


def ways(goal: Target) -> dict[str, tuple[Path, str]]:
    """The two lists by their names, each with what it comes to."""
    lists = {"By report": (goal.by_report, False), "Awaiting sign-off first": (goal.awaiting_first, True)}
    return {name: (path, _path_sentence(path, waiting=waiting)) for name, (path, waiting) in lists.items()}


def _path_sentence(path: Path, *, waiting: bool) -> str:
    if not path.reaches:
        return "Even with all the items held signed off, the target is not reached."
    reports = len(path.steps)
    if waiting:
        return "What awaits sign-off first, then the fewest reports."
    return f"{'One report is enough' if reports == 1 else f'{reports:,} reports are the fewest'}."


def projection_sentences(projection: Projection) -> tuple[str, ...]:
    """A sentence for each kind that the choices touch, to be copied whole."""
    if not projection.projects:
        return ()
    return tuple(
        _kind_sentence(projection, kind)
        for kind in Kind
        if projection.signed_off.get(kind) and projection.now.kinds[kind].home
    )


def projection_notices(projection: Projection) -> tuple[str, ...]:
    """What must be said beside a projection: kinds without items, sources that differ (rule 8)."""
    found = []
    missing = [
        kind.plural for kind, entry in projection.now.kinds.items() if entry.home and kind not in projection.held
    ]
    if missing:
        found.append(
            f"Of {listed(missing)} only counts are held, so none can be signed off here: "
            f"upload an items export of {projection.now.home}."
        )
    for kind, held in projection.held.items():
        if other := other_than_headline(kind, held, projection.now.kinds[kind].home, which="to choose from"):
            found.append(f"{other} What is signed off here is taken off the headline.")
    return tuple(found)


def _kind_sentence(projection: Projection, kind: Kind) -> str:
    now, then = projection.now.kinds[kind], projection.then.kinds[kind]
    if now.home is None or then.home is None:
        return ""
    averages = averages_beside(projection.then, then)
    rank = f"; {rank_words(then.rank)} in the MSG" if then.rank else ""
    beside = f", {with_both(then.home.open, averages)}" if averages else ""
    open_ = f"{then.home.open:,}" if then.home.open else "none"
    return (
        f"Projection: with {kind.counted(projection.signed_off[kind])} signed off {projection.now.home} would have "
        f"{open_} open, not {now.home.open:,} as on {long_date(now.home.as_of)}{beside}{rank}."
    )
