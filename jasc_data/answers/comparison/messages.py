"""The messages of the comparison: what a page about it says in its title, in one line."""

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.text import counted_open, group_average_name, national_beside, no_figure
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import listed
from jasc_data.wording.standing import Beside, against, against_average, place_words, rank_words


def kind_headline(comparison: Comparison, kind: Kind) -> str:
    """The message about one kind: its figure, its place in the group and how it stands against the nation."""
    entry = comparison.kinds[kind]
    if entry.home is None:
        return no_figure(kind, comparison.home, comparison.as_of).removesuffix(".")
    parts = [f"{counted_open(kind, entry.home.open)}", *([rank_words(entry.rank)] if entry.rank else [])]
    if entry.national is not None:
        parts.append(against_average(entry.home.open, *national_beside(entry.national)))
    text = ", ".join(parts)
    return text[0].upper() + text[1:]


def group_headline(comparison: Comparison) -> str:
    """The message of the group's charts: the place of each kind in the group."""
    ranked = {kind: entry.rank for kind, entry in comparison.kinds.items() if entry.rank}
    if not ranked:
        return headline(comparison)
    sizes = {rank.of for rank in ranked.values()}
    of = f" of {sizes.pop()}" if len(sizes) == 1 else ""
    told = [f"{kind.plural} {(place_words if of else rank_words)(rank)}" for kind, rank in ranked.items()]
    return f"MSG{of}: {', '.join(told)}"


def headline(comparison: Comparison) -> str:
    """The page's message: how the home force stands against the nation (else its group) on the three kinds."""
    if not comparison.home_is_held:
        return f"No figures of {comparison.home} are held"
    averages = _averages(comparison)
    if not averages:
        counts = [
            f"{kind.counted(entry.home.open)}" for kind, entry in comparison.kinds.items() if entry.home is not None
        ]
        return f"{comparison.home}: {listed(counts)} open"
    text = "; ".join(_against_one(compared) for compared in averages)
    return text[0].upper() + text[1:]


_Compared = list[tuple[Kind, int, Beside]]  # a kind, its figure, the average that it stands against


def _averages(comparison: Comparison) -> list[_Compared]:
    """The kinds beside the nation's average, else by the group's: averages of other forces are not one (rule 10)."""
    held = [(kind, entry, entry.home.open) for kind, entry in comparison.kinds.items() if entry.home is not None]
    nation = [
        (kind, open_, national_beside(entry.national)) for kind, entry, open_ in held if entry.national is not None
    ]
    if nation:
        return [nation]
    found: dict[tuple[str, frozenset[str]], _Compared] = {}
    for kind, entry, open_ in held:
        if entry.group_average is not None:
            group = Beside(entry.group_average, group_average_name(comparison, entry))
            key = (group.name, frozenset(comparison.averaged(entry).forces))
            found.setdefault(key, []).append((kind, open_, group))
    return list(found.values())


def _against_one(compared: _Compared) -> str:
    """How the kinds stand against an average of one name, which is ``it`` from the second clause on."""
    name, clauses = compared[0][2].name, []
    for direction, words in _directions(compared).items():
        clauses.append(f"{listed(words)} {direction} {name}")
        name = "it"
    return ", ".join([*clauses, *_without_percentage(compared)])


def _directions(compared: _Compared) -> dict[str, list[str]]:
    """The kinds grouped by how they stand: below first, then the same and close, then above."""
    grouped: dict[str, list[str]] = {"below": [], "the same as": [], "close to": [], "above": []}
    for kind, open_, beside in compared:
        percent, _, direction = against(open_, beside.mean).rpartition(" ")
        if direction == "against":
            continue
        if direction in ("above", "below"):
            grouped[direction].append(f"{kind.plural} {percent}".strip())
        else:
            grouped[f"{percent} {direction}"].append(kind.plural)
    return {direction: words for direction, words in grouped.items() if words}


def _without_percentage(compared: _Compared) -> list[str]:
    """The kinds of which none are open, or of which the average is 0: ``no AFIs against the MSG average of 3.6``."""
    found = []
    for kind, open_, beside in compared:
        if against(open_, beside.mean).endswith("against"):
            words = against_average(open_, *beside).partition("against ")[2]
            found.append(f"{kind.counted(open_) if open_ else f'no {kind.plural}'} against {words}")
    return found
