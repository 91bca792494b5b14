"""What a chart of one kind says in words: its message, what it measures, and its alt text."""

from collections.abc import Sequence

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.text import group_average_name
from jasc_data.answers.figures.headlines import Headline
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.drawing.chart import extremes, longest_told
from jasc_data.wording.numbers import average, short_date
from jasc_data.wording.standing import against, place_words, rank_words

_IN_MESSAGES = {
    AverageBasis.WITH_US: "MSG average",
    AverageBasis.WITHOUT_US: "MSG others",
    AverageBasis.MEDIAN: "MSG median",
}


def message(comparison: Comparison, kind: Kind) -> str:
    """The chart's message in one line of a narrow chart: the home force's place, else how it stands to an average."""
    entry = comparison.kinds[kind]
    if entry.home is None:
        return f"{kind.short_heading}: {comparison.home} is not held"
    if entry.rank:
        return f"{kind.short_heading}: {place_words(entry.rank)}"
    if entry.national is not None:
        words = _stands(entry.home.open, entry.national.value, "national average")
    elif entry.group_average is not None:
        words = _stands(entry.home.open, entry.group_average, _IN_MESSAGES[comparison.basis])
    else:
        words = f"{entry.home.open:,} open"
    return f"{kind.short_heading}: {words}"


def national_names(national: NationalAverage) -> tuple[str, ...]:
    """What the nation's average is called in a picture, the longest first: with the dates of a computed one."""
    if not national.of_several_dates:
        return ("National average",)
    dates = national.in_brackets
    return (f"National average{dates}", f"National{dates}", "National average")


def _stands(open_: int, mean: float, name: str) -> str:
    """``19% below national average``; where a percentage would say nothing, the average itself."""
    words = against(open_, mean)
    if words.endswith("against"):
        return f"none against {name} {average(mean)}" if mean else f"above {name} 0"
    return f"{words.removeprefix('the ')} {name}"


def measure(comparison: Comparison, entry: KindComparison) -> str:
    """What is measured, for whom and when."""
    days = sorted({member.as_of for member in entry.members})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    of = comparison.averaged(entry)
    partial = "" if of.whole else f" ({of.brief}{'' if of.others else ' forces'} held)"
    return f"Open in {comparison.home}'s MSG{partial}, {when}"


def describe(comparison: Comparison, kind: Kind, picture: str = "Bar chart") -> str:
    """The chart in words: the home figure, the averages, the lowest and the highest; names give way to figures."""
    entry = comparison.kinds[kind]
    if entry.home is None:
        first = f"{picture} of open {kind.plural} in the MSG; {comparison.home} is not held."
    else:
        rank = f", {rank_words(entry.rank)}" if entry.rank else ""
        first = f"{picture}: {comparison.home} has {entry.home.open:,} open {kind.plural}{rank}."
    averages = []
    if entry.group_average is not None:
        averages.append(f"{group_average_name(comparison, entry, article=False)} {average(entry.group_average)}")
    if entry.national is not None:
        averages.append(f"national average {average(entry.national.value)}")
    dates, endings = entry.national.in_brackets if entry.national else "", force_extremes(entry.members)
    tellings = [longest_told([first, _sentence("; ".join(averages) + more)], endings) for more in (dates, "")]
    return next((told for told in tellings if told.endswith(endings)), tellings[-1])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def force_extremes(figures: Sequence[Headline]) -> tuple[str, ...]:
    """The forces with the fewest and the most open of those that are drawn, the home force among them."""
    return extremes({figure.force: figure.open for figure in figures}, "{:,}".format)
