"""The grades in sentences: shares with their counts, who can close what, and level 4."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.grades.answer import GradeMix, Grades, Whose
from jasc_data.domain.policy import APART_AFTER_DAYS
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.grades import level_words
from jasc_data.wording.numbers import listed, long_date, long_span, share_or_means, short_date, whole_percent
from jasc_data.wording.totals import other_than_headline

_NOT_STATED = "not stated"
_NAMED = 3  # levels in a message
_POOLED = {Whose.GROUP: "the MSG's share", Whose.NATION: "the national share"}


@dataclass(frozen=True)
class Closing:
    """Who may close items, the grades for which that holds, and how many of the home force's open items they are."""

    who: str
    grades: tuple[Grade, ...]
    open: int


def kinds_words(kinds: tuple[Kind, ...]) -> str:
    """``recommendations and AFIs``."""
    return listed([kind.plural for kind in kinds])


def open_words(number: float, kinds: tuple[Kind, ...]) -> str:
    """``138 open recommendations and AFIs``, ``1 open recommendation or AFI``."""
    return f"{number:,} open {' or '.join(kind.singular for kind in kinds) if number == 1 else kinds_words(kinds)}"


def part_words(mix: GradeMix, grade: Grade) -> str:
    """``51%, 71 of 138``; of averages ``62%, 98.5 of 156.8 a force``."""
    return share_or_means(mix.by_grade[grade], mix.total)


def levels_message(grades: Grades) -> str:
    """The chart's message, in at most 12 words: the home force's largest levels; the page's title compares."""
    own = grades.row(Whose.HOME)
    if own is None or not own.total:
        return message(grades)
    held = sorted((grade for grade in Grade if own.by_grade[grade]), key=lambda grade: -own.by_grade[grade])
    parts = [f"{whole_percent(own.share(grade))} {level_words(grade)}" for grade in held[:_NAMED]]
    return f"{grades.home}: {', '.join(parts)}"


def message(grades: Grades) -> str:
    """The chart's message, in at most 12 words: the share of level 3 here and in the group, else in the nation."""
    own = grades.row(Whose.HOME)
    if own is None:
        return f"Grades of {grades.home} are not held"
    if not own.total:
        return f"{grades.home} has no open {kinds_words(grades.kinds)}"
    if own.by_grade[Grade.NOT_GRADED] == own.total:
        return f"None of {grades.home}'s open items is graded"
    opening = f"Level 3: {whole_percent(own.share(Grade.THREE))} of {grades.home}'s items"
    if pooled := grades.row(Whose.GROUP):
        whose = "its MSG" if pooled.forces == len(grades.group) else f"{pooled.forces} MSG forces"
        return f"{opening}, {whole_percent(pooled.share(Grade.THREE))} across {whose}"
    if nation := grades.row(Whose.NATION):
        return f"{opening}, {whole_percent(nation.share(Grade.THREE))} nationally"
    return opening


def who_can_close(grades: Grades, rule: Mapping[Grade, str]) -> tuple[Closing, ...]:
    """The home force's open items by who may close them, as the rule says; not stated last. They sum to its total."""
    own = grades.row(Whose.HOME)
    if own is None:
        return ()
    who = dict.fromkeys(rule.get(grade, _NOT_STATED) for grade in Grade)
    lines = []
    for words in sorted(who, key=lambda word: word == _NOT_STATED):
        of = tuple(grade for grade in Grade if rule.get(grade, _NOT_STATED) == words)
        lines.append(Closing(words, of, int(sum(own.by_grade[grade] for grade in of))))
    return tuple(lines)


def grade_sentences(grades: Grades, rule: Mapping[Grade, str]) -> tuple[str, ...]:
    """The home force's grades, level 3 beside the group and the nation, who can close what, level 4."""
    own = grades.row(Whose.HOME)
    words = kinds_words(grades.kinds)
    if own is None:
        return (f"On {long_date(grades.as_of)} {home_missing(grades)}",)
    when = f"On {long_date(own.as_of)} {grades.home} had"
    if not own.total:
        return (f"{when} no open {words}.",)
    parts = [f"{part_words(own, grade)}, {level_words(grade)}" for grade in Grade if own.by_grade[grade]]
    lines = [f"{when} {open_words(own.total, grades.kinds)}: {'; '.join(parts)}."]
    compared = [f"{_whose(row, grades)} {part_words(row, Grade.THREE)}" for row in _compared(grades)]
    others = _others(grades, own)
    if others:
        compared.insert(1, f"of these without {grades.home} {part_words(others, Grade.THREE)}")
    if compared:
        own_part = f"{grades.home} {part_words(own, Grade.THREE)}"
        lines.append(f"Level 3 on {long_date(own.as_of)}: {'; '.join([own_part, *compared])}.")
    closing = [
        f"{listed([level_words(grade) for grade in line.grades if own.by_grade[grade]])}, {line.open:,} ({line.who})"
        for line in who_can_close(grades, rule)
        if line.open
    ]
    lines.append(f"Who can close what was open on {long_date(own.as_of)}: {'; '.join(closing)}.")
    if own.by_grade[Grade.NOT_GRADED] != own.total:
        lines.append(_level_four(grades, own))
    return tuple(lines)


def home_missing(grades: Grades) -> str:
    """Of which kinds the home force's grades are not held; those of some reports alone give no total."""
    missing = kinds_words(grades.not_held.get(grades.home, grades.kinds))
    return f"the grades of all open {missing} of {grades.home} are not held."


def grade_notices(grades: Grades, comparison: Comparison) -> tuple[str, ...]:
    """What must be said beside the grades: forces not shown, other totals in the headline, dates far apart."""
    lines = []
    absent = [words for whose, words in _POOLED.items() if grades.row(whose) is None]
    if absent and grades.row(Whose.HOME):
        lines.append(f"Not held, so not shown: {listed(absent)} by level.")
    missing = [force for force, kinds in grades.not_held.items() if kinds == grades.kinds]
    if missing:
        lines.append(f"No grades are held, so not shown: {listed(missing)}.")
    for force, kinds in grades.not_held.items():
        if kinds != grades.kinds:
            lines.append(f"Not shown: {force}, of whose {kinds_words(kinds)} no grades are held.")
    for figure in grades.figures:
        home = comparison.kinds[figure.kind].home if figure.kind in comparison.kinds else None
        if figure.force != grades.home or figure.kind not in grades.kinds:
            continue
        if other := other_than_headline(figure.kind, figure, home, source=figure.source):
            lines.append(other)
    days = [day for row in grades.rows for day in (row.oldest, row.as_of)]
    if days and (max(days) - min(days)).days > APART_AFTER_DAYS:
        lines.append(
            f"The grades compared are not of one date: the oldest are of {long_date(min(days))}, "
            f"the newest of {long_date(max(days))}."
        )
    return tuple(lines)


def grade_source(grades: Grades) -> str:
    """Which exports the grades come from: ``Source: items export, 4 Sep 2023``."""
    if not grades.rows:
        return "Source: no grades are held"
    types = sorted({part for row in grades.rows for part in row.source.split(", ")[0].split(" and ")})
    days: list[date] = sorted({day for row in grades.rows for day in (row.oldest, row.as_of)})
    when = short_date(days[0]) if len(days) == 1 else f"{short_date(days[0])} to {short_date(days[-1])}"
    return f"Source: {listed(types)} export{'s' if len(types) > 1 else ''}, {when}"


def _compared(grades: Grades) -> list[GradeMix]:
    return [row for whose in (Whose.GROUP, Whose.NATION) if (row := grades.row(whose)) and row.total]


def _others(grades: Grades, own: GradeMix) -> GradeMix | None:
    """The group's forces held without the home force: whether it differs from them is what its share is read for."""
    pooled = grades.row(Whose.GROUP)
    if pooled is None or not grades.home_pooled or pooled.total == own.total:
        return None
    return replace(pooled, by_grade={grade: pooled.by_grade[grade] - own.by_grade[grade] for grade in Grade})


def _whose(row: GradeMix, grades: Grades) -> str:
    if row.whose is Whose.NATION:
        when = f" (figures of {long_span(row.oldest, row.as_of)})" if row.oldest != row.as_of else ""
        return "the national average" if row.forces == 1 else f"all {row.forces} forces of England and Wales{when}"
    size = len(grades.group)
    if not grades.home_pooled:
        return (
            f"{'all' if row.forces == size - 1 else f'{row.forces} of the'} {size - 1} other forces of the MSG together"
        )
    return f"{'all' if row.forces == size else f'{row.forces} of'} {size} forces of the MSG together"


def _level_four(grades: Grades, own: GradeMix) -> str:
    """A level 4 says nothing of the force's phase, so neither does the sentence."""
    number, when = int(own.by_grade[Grade.FOUR]), f"On {long_date(own.as_of)}"
    if not number:
        return f"{when} no open item of {grades.home} was graded level 4, the most severe."
    verb = "item was" if number == 1 else "items were"
    return (
        f"{when} {number:,} open {verb} level 4, the most severe. The level is often used for forces in the Engage "
        f"phase; it does not say which phase {grades.home} is in."
    )
