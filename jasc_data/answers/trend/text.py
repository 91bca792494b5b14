"""The trend in sentences, and where its figures come from."""

from collections.abc import Sequence
from datetime import date

from jasc_data.answers.comparison.text import no_figure, span_words
from jasc_data.answers.figures.averaged import average_name
from jasc_data.answers.trend.answer import Trend
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import listed, local_time, long_date, on_days, short_date
from jasc_data.wording.standing import against, against_average


def group_line_name(trend: Trend) -> str:
    """Whose average the group's line is."""
    return average_name(trend.basis, trend.home)


def trend_headline(trend: Trend, kinds: Sequence[Kind] = tuple(Kind)) -> str:
    """The page's message: from how many to how many, kind by kind, since the first date shown."""
    moved = [(kind, trend.figures(kind)) for kind in kinds if len(trend.figures(kind)) > 1]
    if not moved:
        return f"No trend yet for {trend.home}"
    spans: dict[str, list[str]] = {}
    for kind, figures in moved:
        words = f"{kind.plural} {figures[0].open:,} to {figures[-1].open:,}"
        spans.setdefault(_span(trend, figures[0].as_of, figures[-1].as_of), []).append(words)
    text = ", ".join(f"{listed(words)} {span}" for span, words in spans.items())
    return f"{text[0].upper()}{text[1:]}"


def _span(trend: Trend, first: date, last: date) -> str:
    """The dates of the exports at the ends of a kind's line; the last one goes without saying when it is the page's."""
    if last == trend.as_of:
        return f"since {long_date(first)}"
    return f"from {long_date(first)} to {long_date(last)}"


def trend_sentences(trend: Trend, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[str, ...]:
    """Sentences a kind: how the figure moved, and how it stood against both averages then and now."""
    lines = []
    for kind in kinds:
        figures = trend.figures(kind)
        if not figures:
            lines.append(no_figure(kind, trend.home, trend.as_of))
        elif len(figures) == 1:
            lines.append(
                f"{trend.home} had {kind.counted(figures[0].open)} open on {long_date(figures[0].as_of)}, "
                "the only date held: upload an export of another date to see a trend."
            )
        else:
            lines.append(f"{_moved(trend, kind)}{_against_nation(trend, kind)}{_against_group(trend, kind)}")
    return tuple(lines)


def short_trend_source(trend: Trend) -> str:
    """The exports behind the lines, in one short line."""
    days = trend.home_days
    dates = f"exports of {len(days):,} dates to" if len(days) > 1 else "export of"
    return f"Source: {dates} {short_date(days[-1])}" if days else "Source: none held"


def trend_source(trend: Trend) -> str:
    """The exports behind the home force's figures: how many, of which dates, and the last one's name."""
    exports = {figure.upload_id: figure for kind in Kind for figure in trend.figures(kind)}
    if not exports:
        return (
            f"Source: no export that gives a total for {trend.home} is held. "
            "Upload an items export of all reports, or positions."
        )
    latest = max(exports.values(), key=lambda figure: (figure.as_of, figure.upload_id))
    first, types = min(trend.home_days), listed(sorted({figure.source for figure in exports.values()}))
    count = f"{len(exports):,} {types} export{'s' if len(exports) > 1 else ''}"
    days = long_date(first) if first == latest.as_of else f"{long_date(first)} to {long_date(latest.as_of)}"
    return (
        f"Source: {count} of {days}; the latest is {latest.file_name}, uploaded {local_time(latest.committed_at)}. "
        f"A point of {trend.home} stands only where an export of that date is held, an average where one of any force "
        "is; a line breaks after 120 days without one."
    )


def _moved(trend: Trend, kind: Kind) -> str:
    figures = trend.figures(kind)
    first, last = figures[0], figures[-1]
    difference = last.open - first.open
    moved = f"{abs(difference):,} {'more' if difference > 0 else 'fewer'} than" if difference else "as many as"
    sentence = (
        f"{trend.home} had {kind.counted(last.open)} open on {long_date(last.as_of)}, "
        f"{moved} on {long_date(first.as_of)} ({first.open:,})"
    )
    highest = max(figure.open for figure in figures)
    if highest > max(first.open, last.open):
        when = on_days([figure.as_of for figure in figures if figure.open == highest])
        sentence += f"; the highest between was {highest:,} {when}"
    return f"{sentence}."


def _against_nation(trend: Trend, kind: Kind) -> str:
    compared = [point for point in trend.kinds[kind] if point.home and point.national]
    if not compared:
        return ""
    now, then = compared[-1], compared[0]
    if now.home is None or now.national is None or then.home is None or then.national is None:
        return ""
    old = f"of {now.national.when}" if now.national.as_of != now.day else ""
    dates = span_words(now.national) or old
    words = against_average(now.home.open, now.national.value, "the national average", dates)
    is_latest = now.day == trend.figures(kind)[-1].as_of
    start = f" That is {words}" if is_latest else f" On {long_date(now.day)} the figure was {words}"
    earlier = against(then.home.open, then.national.value)
    if then is now or earlier == against(now.home.open, now.national.value):
        return f"{start}."
    return f"{start}; {_earlier(then.day, then.home.open, then.national.value, span_words(then.national))}."


def _earlier(day: date, open_: int, mean: float, dates: str = "", *, whose: str = "") -> str:
    """Both numbers of then (rule 13): ``on 7 March 2022 it was 119, 46% above the average of then (81.5)``."""
    words = against_average(open_, mean, f"the average of then{whose}", dates)
    told = words.removeprefix(f"{open_:,} ").removeprefix("none ")  # the figure itself has just been said
    return f"on {long_date(day)} it was {open_:,}, {told}"


def _against_group(trend: Trend, kind: Kind) -> str:
    """How the figure stood against the group's average then and now, and of how many forces that is."""
    compared = [
        (point, point.home.open, point.group_average)
        for point in trend.kinds[kind]
        if point.home and point.group_average is not None
    ]
    if not compared:
        return ""
    (then, open_then, mean_then), (now, open_now, mean_now) = compared[0], compared[-1]
    words = against_average(open_now, mean_now, f"the {group_line_name(trend)}{now.averaged.words}")
    is_latest = now.day == trend.figures(kind)[-1].as_of
    start = f" The figure is {words}" if is_latest else f" On {long_date(now.day)} the figure was {words}"
    earlier = against(open_then, mean_then)
    if then is now or earlier == against(open_now, mean_now):
        return f"{start}."
    return f"{start}; {_earlier(then.day, open_then, mean_then, whose=then.averaged.words)}."


def no_periods(trend: Trend, kind: Kind, *, held: bool) -> str:
    """Why nothing can be said of what opened and closed."""
    if held:
        return "One items export is held: what opened and closed shows with the next one."
    return (
        f"Not all {kind.plural} of {trend.home} are held as items, so what opened and closed among them is not known: "
        "upload items exports of two dates."
    )
