"""The projection as a picture: the group's forces as bars, the home force's as projected, and what is signed off."""

from jasc_data.answers.comparison.answer import KindComparison
from jasc_data.answers.comparison.captions import force_extremes, measure, national_names
from jasc_data.answers.comparison.charts import references
from jasc_data.answers.comparison.tables import kind_table
from jasc_data.answers.figures.averaged import average_name
from jasc_data.answers.figures.headlines import Headline
from jasc_data.answers.projection.answer import Projection
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance, file_name_part, longest_told
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Key, Part, RankedBars
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import average, short_date
from jasc_data.wording.standing import rank_words

MARK = "PROJECTION, not a figure held"


def projection_chart(projection: Projection, kind: Kind, provenance: Provenance) -> ChartSpec | None:
    """The chart of one kind as projected; None when no force of the group, or the home force, is not held."""
    entry = projection.then.kinds.get(kind)
    if entry is None or entry.home is None or not entry.members:
        return None
    home = projection.now.home
    roles = ((Role.PROJECTED, f"{home} as projected"), (Role.SIGNED_OFF, "signed off"))
    return ChartSpec(
        plot=RankedBars(
            tuple(_bar(projection, kind, member) for member in entry.members),
            references(
                entry, (_group_name(projection, entry),), national_names(entry.national) if entry.national else ()
            ),
        ),
        message=projection_message(projection, kind),
        measure=measure(projection.then, entry),
        unit="open",
        alt=_describe(projection, kind, entry),
        table=kind_table(projection.then, kind),
        file_name=f"{file_name_part(home)}-{file_name_part(kind.value)}-projection-{projection.now.as_of}",
        provenance=provenance,
        key=Key(roles, after="Others as held"),
        warning=MARK,
    )


def projection_message(projection: Projection, kind: Kind) -> str:
    """The chart's message in up to 12 words, always marked as a projection."""
    entry = projection.then.kinds[kind]
    open_ = entry.home.open if entry.home else 0
    rank = f", {rank_words(entry.rank)}" if entry.rank else ""
    return f"Projection: {kind.counted(open_)} open{rank}"


def _describe(projection: Projection, kind: Kind, entry: KindComparison) -> str:
    now = projection.now.kinds[kind].home
    when = f", {now.open:,} as held on {short_date(now.as_of)}" if now else ""
    averages = []
    if entry.group_average is not None:
        averages.append(f"{_group_name(projection, entry)} {average(entry.group_average)}")
    if entry.national is not None:
        averages.append(f"National average{entry.national.in_brackets} {average(entry.national.value)}")
    would_have = kind.counted(entry.home.open if entry.home else 0)
    first = f"Projection as bars: {projection.now.home} would have {would_have} open{when}."
    return longest_told([first, f"{'; '.join(averages)}." if averages else ""], force_extremes(entry.members))


def _group_name(projection: Projection, entry: KindComparison) -> str:
    name = average_name(projection.then.basis, projection.then.home)
    return f"{name}{projection.then.averaged(entry).in_brackets} as projected"


def _bar(projection: Projection, kind: Kind, member: Headline) -> Bar:
    """A force as held; the home force as projected, and beyond it what is taken as signed off."""
    if member.force != projection.now.home:
        return Bar(member.force, f"{member.open:,}", (Part(member.open, Role.OTHERS, f"{member.open:,}"),))
    now, off = projection.now.kinds[kind].home, projection.signed_off.get(kind, 0)
    moved = f" (now {now.open:,})" if now is not None and now.open != member.open else ""
    parts = [Part(member.open, Role.PROJECTED, f"{member.open:,} as projected")]
    if off:
        parts.append(Part(off, Role.SIGNED_OFF, f"{off:,} signed off"))
    return Bar(member.force, f"{member.open:,}{moved}", tuple(parts), emphasised=True)
