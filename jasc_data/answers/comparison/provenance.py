"""Where an answer's figures come from, in one line: which exports, of which date, uploaded when."""

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.domain.vocabulary import NationalSource
from jasc_data.wording.numbers import listed, local_time, long_date, short_date, short_span

_NAMED = 3


def full_source(comparison: Comparison) -> str:
    """For the foot of a page: every export behind the figures (the first three by name), and the national averages."""
    exports: dict[int, str] = {}
    for headline in comparison.headlines:
        exports.setdefault(
            headline.upload_id,
            f"{headline.source} export of {long_date(headline.as_of)} ({headline.file_name}, "
            f"uploaded {local_time(headline.committed_at)})",
        )
    if not exports:
        return "Source: no export is held for this date."
    names = [exports[number] for number in sorted(exports, reverse=True)]
    rest = len(names) - _NAMED
    more = [f"{rest} more export{'s' if rest > 1 else ''}"] if rest > 0 else []
    return f"Source: {listed(names[:_NAMED] + more)}. {_national(comparison)}"


def short_source(comparison: Comparison) -> str:
    """For the foot of a picture."""
    days = sorted({headline.as_of for headline in comparison.headlines})
    if not days:
        return "Source: no export is held"
    types = sorted({headline.source for headline in comparison.headlines})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    return f"Source: {listed(types)} export{'s' if len(types) > 1 else ''}, {when}{_computed(comparison)}"


def _computed(comparison: Comparison) -> str:
    """Of which dates the computed national averages are, when their figures are not of one date (rule 11)."""
    used = [entry.national for entry in comparison.kinds.values() if entry.national and entry.national.of_several_dates]
    if not used:
        return ""
    days = [day for national in used for day in national.dates]
    return f"; national average computed from figures of {short_span(min(days), max(days))}"


def _national(comparison: Comparison) -> str:
    used = [entry.national for entry in comparison.kinds.values() if entry.national]
    if not used:
        return "National averages: not held."
    words = {
        NationalSource.PUBLISHED: "as published",
        NationalSource.COMPUTED: "computed from all 43 forces",
    }
    said = sorted({f"{words[entry.source]}, {entry.when}" for entry in used})
    return f"National averages: {listed(said)}."
