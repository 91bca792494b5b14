"""The pictures of a comparison: the group's forces as bars, and forces as dots on a line, both averages with them."""

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.captions import describe, force_extremes, measure, message, national_names
from jasc_data.answers.comparison.tables import kind_table, nation_table
from jasc_data.answers.comparison.text import group_average_name
from jasc_data.answers.figures.headlines import Headline
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart import Provenance, file_name_part, longest_told
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Dot, DotStrip, Key, Part, RankedBars, Reference
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import average, short_date
from jasc_data.wording.standing import against_average, rank_words

_ON_BARS = {
    AverageBasis.WITH_US: "MSG average",
    AverageBasis.WITHOUT_US: "MSG without us",
    AverageBasis.MEDIAN: "MSG median",
}
_ON_DOTS = _ON_BARS | {AverageBasis.WITH_US: "MSG"}


def bar_chart(comparison: Comparison, kind: Kind, provenance: Provenance) -> ChartSpec | None:
    """One kind's open counts in the group, a bar per force, fewest first; None when no force of the group is held."""
    entry = comparison.kinds[kind]
    if not entry.members:
        return None
    name = f"{_ON_BARS[comparison.basis]}{comparison.averaged(entry).in_brackets}"
    national = national_names(entry.national) if entry.national else ()
    return ChartSpec(
        plot=RankedBars(
            tuple(_bar(comparison, entry, member) for member in entry.members),
            references(entry, (name,), national),
        ),
        message=message(comparison, kind),
        measure=measure(comparison, entry),
        unit="open",
        alt=describe(comparison, kind),
        table=kind_table(comparison, kind),
        file_name=f"{file_name_part(comparison.home)}-{file_name_part(kind.value)}-msg-{comparison.as_of}",
        provenance=provenance,
    )


def group_strip(comparison: Comparison, kind: Kind, provenance: Provenance) -> ChartSpec | None:
    """The group's forces on a line; None when no two are held: a lone dot is at both of its ends."""
    entry = comparison.kinds[kind]
    if len(entry.members) < 2:
        return None
    return ChartSpec(
        plot=_strip(comparison, entry, entry.members),
        message=message(comparison, kind),
        measure=measure(comparison, entry),
        unit="open",
        alt=describe(comparison, kind, "Dots on a line"),
        table=kind_table(comparison, kind),
        file_name=f"{kind.value}-strip",
        provenance=provenance,
    )


def nation_strip(comparison: Comparison, kind: Kind, provenance: Provenance) -> ChartSpec | None:
    """All the nation's forces on a line; None unless all are held."""
    entry = comparison.kinds[kind]
    if not entry.nation:
        return None
    words = rank_words(entry.national_rank) if entry.national_rank else "not held"
    told = f"Dots on a line for all {len(entry.nation)} forces: {comparison.home} is {words} for open {kind.plural}."
    days = sorted({headline.as_of for headline in entry.nation})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    whose = (
        (Role.HOME, comparison.home),
        (Role.OTHERS, "the rest of its MSG"),
        (Role.ELSEWHERE, "the other forces"),
    )
    return ChartSpec(
        plot=_strip(comparison, entry, entry.nation),
        message=f"{kind.short_heading}: {words} forces",
        measure=f"Open, {when}",
        unit="open",
        alt=longest_told([told], force_extremes(entry.nation)),
        table=nation_table(entry, comparison.home),
        file_name=f"{file_name_part(comparison.home)}-{file_name_part(kind.value)}-nation-{comparison.as_of}",
        provenance=provenance,
        key=Key(whose),
    )


def references(entry: KindComparison, group: tuple[str, ...], nation: tuple[str, ...]) -> tuple[Reference, ...]:
    """The averages that there are, by what they are called in this picture."""
    found = []
    if entry.group_average is not None:
        found.append(Reference(entry.group_average, Role.GROUP_AVERAGE, group, average(entry.group_average)))
    if entry.national is not None:
        value = entry.national.value
        found.append(Reference(value, Role.NATIONAL_AVERAGE, nation, average(value)))
    return tuple(found)


def _bar(comparison: Comparison, entry: KindComparison, member: Headline) -> Bar:
    home = member.force == comparison.home
    told = f"{member.open:,} open"
    if entry.group_average is not None:
        told += f"\n{against_average(member.open, entry.group_average, group_average_name(comparison, entry))}"
    part = Part(member.open, Role.HOME if home else Role.OTHERS, told)
    return Bar(member.force, f"{member.open:,}", (part,), emphasised=home)


def _strip(comparison: Comparison, entry: KindComparison, forces: tuple[Headline, ...]) -> DotStrip:
    name = f"{_ON_DOTS[comparison.basis]}{comparison.averaged(entry).in_brackets}"
    national = (f"National{entry.national.in_brackets}", "National") if entry.national else ()
    return DotStrip(
        tuple(Dot(held.force, held.open, _role(comparison, held.force), f"{held.open:,} open") for held in forces),
        references(entry, (name,), national),
    )


def _role(comparison: Comparison, force: str) -> Role:
    if force == comparison.home:
        return Role.HOME
    return Role.OTHERS if force in comparison.group else Role.ELSEWHERE
