"""What changed between two dates, in sentences, and where the lists come from."""

from datetime import date

from jasc_data.answers.figures.item_states import Change
from jasc_data.answers.period_changes.answer import KindBetween, PeriodChanges
from jasc_data.wording.definitions import LEFT_WORDS
from jasc_data.wording.numbers import counted, listed, long_date
from jasc_data.wording.totals import other_than_headline

_NAMED = 4  # reports that a sentence names


def changes_headline(answer: PeriodChanges) -> str:
    """The page's message: how many opened and closed between the dates."""
    when = " to ".join(map(long_date, answer.counted))
    if not answer.compared:
        return f"Changes from {when}: no items to compare"
    if not answer.sides:
        return f"No items export lies between {_ends(answer)}: nothing to compare"
    opened, closed = (len(answer.of(change)) for change in (Change.OPENED, Change.CLOSED))
    left = len(answer.of(Change.LEFT))
    other = f", {left:,} {LEFT_WORDS}" if left else ""
    changed = len(answer.of(Change.CHANGED)) + len(answer.of(Change.REGRADED))
    if not (opened or closed or left) and changed:
        return f"None opened or closed, {changed:,} changed, {when}"
    return f"{opened:,} opened and {closed:,} closed{other}, {when}"


def changes_sentences(answer: PeriodChanges) -> tuple[str, ...]:
    """A sentence a kind, then what was regraded and what slipped."""
    lines = [_kind_sentence(answer, entry) for entry in answer.kinds.values()]
    period = f"between {_ends(answer)}"
    regraded = len(answer.of(Change.REGRADED))
    if regraded:
        lines.append(f"{counted(regraded)} {'was' if regraded == 1 else 'were'} regraded {period}.")
    changed = len(answer.of(Change.CHANGED))
    if changed:
        lines.append(f"{counted(changed)} open at both dates changed in another part {period}.")
    if answer.slipped:
        again = sum(item.revisions > 1 for item in answer.slipped)
        number = len(answer.slipped)
        of_them = "" if number == 1 else f"{again:,} of them "
        more = f", {of_them}not for the first time" if again else ""
        whose = "item's own target date was" if number == 1 else "items' own target dates were"
        lines.append(f"{number:,} {whose} put off {period}{more}.")
    return tuple(lines)


def by_report_sentences(answer: PeriodChanges) -> tuple[str, ...]:
    """Which reports the items that opened and closed are of, those with the most first; nothing where none moved."""
    told = (
        ("Opened", {report: flow.opened for report, flow in answer.by_report.items() if flow.opened}),
        ("Closed", {report: flow.closed for report, flow in answer.by_report.items() if flow.closed}),
    )
    return tuple(
        f"{what} between {_ends(answer)}, by report: {_largest(numbers)}." for what, numbers in told if numbers
    )


def _largest(numbers: dict[str, int]) -> str:
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    named, rest = ordered[:_NAMED], ordered[_NAMED:]
    words = [f"{report} {number:,}" for report, number in named]
    if rest:
        others = "1 other report" if len(rest) == 1 else f"{len(rest):,} other reports"
        words.append(f"{sum(number for _, number in rest):,} more from {others}")
    return "; ".join(words)


def _ends(answer: PeriodChanges) -> str:
    return " and ".join(map(long_date, answer.counted))


def changes_notices(answer: PeriodChanges) -> tuple[str, ...]:
    """What must be said beside the lists: kinds that cannot be compared, dates that are not the exports' own."""
    found = []
    missing = [kind.plural for kind, entry in answer.kinds.items() if entry.flow is None]
    if missing:
        found.append(
            f"Of {listed(missing)} the items are not held at both dates, so what opened and closed is not known: "
            f"upload an items export of {answer.home} for each date."
        )
    found += _other_dates(answer)
    same = [
        kind.plural
        for kind, entry in answer.kinds.items()
        if entry.held_before and entry.held_after and entry.held_before.as_of == entry.held_after.as_of
    ]
    if same:
        found.append(f"No items export of {listed(same)} lies between the two dates, so none of them can have changed.")
    for entry in answer.kinds.values():
        found += _differences(entry)
    return tuple(found)


def _other_dates(answer: PeriodChanges) -> list[str]:
    """Where a date that was chosen is no export's own, the export that is taken, kind by kind where they differ."""
    found = []
    for chosen, side in ((answer.first, 0), (answer.last, 1)):
        kinds: dict[date, list[str]] = {}
        for kind, days in answer.sides.items():
            kinds.setdefault(days[side], []).append(kind.plural)
        for day, of in kinds.items():
            if day != chosen:
                whose = f" of {listed(of)}" if len(kinds) > 1 else ""
                found.append(
                    f"No items export{whose} of {long_date(chosen)} is held: the one before it, of {long_date(day)}, "
                    "is taken, and what changed between the two dates is counted as after it."
                )
    return found


def changes_source(answer: PeriodChanges) -> str:
    """Which dates' exports the two sides are."""
    days = [
        sorted({side.as_of for entry in answer.kinds.values() if (side := getattr(entry, name)) is not None})
        for name in ("held_before", "held_after")
    ]
    words = [listed([long_date(day) for day in found]) or "none held" for found in days]
    return f"Source: items exports. At the first date: {words[0]}. At the second: {words[1]}."


def _kind_sentence(answer: PeriodChanges, entry: KindBetween) -> str:
    kind, flow = entry.kind, entry.flow
    if flow is None or not entry.held_before or not entry.held_after:
        return _counts_only(answer, entry)
    moves = {
        "opened": flow.opened,
        "closed": flow.closed,
        LEFT_WORDS: flow.left,
        "came from another kind": flow.moved_in,
        "went to another kind": flow.moved_out,
    }
    said = [f"{number:,} {verb}" for verb, number in moves.items() if number]
    heading = f"{kind.plural[0].upper()}{kind.plural[1:]}"
    if entry.held_before.as_of == entry.held_after.as_of:
        return f"{heading}: {flow.before:,} on {long_date(entry.held_before.as_of)}; no later items export is held."
    went = f"{heading}: {flow.before:,} on {long_date(entry.held_before.as_of)}, {flow.after:,} on "
    return f"{went}{long_date(entry.held_after.as_of)}; {listed(said) if said else 'none opened or closed'}."


def _counts_only(answer: PeriodChanges, entry: KindBetween) -> str:
    before, after = entry.headline_before, entry.headline_after
    heading = f"{entry.kind.plural[0].upper()}{entry.kind.plural[1:]}"
    told = after or before
    if told is None:
        return f"{heading}: no figure is held on {long_date(answer.first)} or {long_date(answer.last)}."
    if before is None or after is None or before.as_of == after.as_of:
        figure = f"{told.open:,} on {long_date(told.as_of)}"
        return f"{heading}: {figure}; there is no second figure to compare with."
    return (
        f"{heading}: {before.open:,} on {long_date(before.as_of)}, {after.open:,} on {long_date(after.as_of)} "
        "(counts only)."
    )


def _differences(entry: KindBetween) -> list[str]:
    """Lists come from items; where the headline is of another export, both are said (rule 8)."""
    if entry.flow is None:
        return []
    ends = ((entry.held_before, entry.headline_before), (entry.held_after, entry.headline_after))
    told = (held and other_than_headline(entry.kind, held, headline, which="here") for held, headline in ends)
    return [sentence for sentence in told if sentence]
