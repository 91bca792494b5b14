"""The reports behind the open items: a horizontal bar per report, largest first, the smaller ones summed in the last.

Each bar is divided by level, most severe first, with causes of concern before them; a level is printed with its letter,
since a bare digit in a bar could be taken for a count.
"""

from collections import Counter
from collections.abc import Mapping

from jasc_data.answers.figures.item_sources import items_date
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.tables import reports_table
from jasc_data.answers.reports.text import reports_message
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.chart import Provenance, alt_text, file_name_part
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Key, Part, StackedCounts
from jasc_data.drawing.roles import LEVELS, Role
from jasc_data.wording.numbers import whole_percent

SHOWN = 12
_CLASSES = {  # what a bar is divided into, from the left, and the words for it
    Role.CAUSE_OF_CONCERN: "CoC",
    Role.LEVEL_4: "L4",
    Role.LEVEL_3: "L3",
    Role.LEVEL_2: "L2",
    Role.LEVEL_1: "L1",
    Role.NOT_GRADED: "not graded",
}


def report_bars(reports: Reports, provenance: Provenance, *, chosen: str = "", shown: int = SHOWN) -> ChartSpec | None:
    """The chart; None when nothing is open. A bar's choice is the label of its report.

    chosen: the one chosen now. shown: how many reports have a bar of their own; one more sums the rest.
    """
    held = reports.with_open
    if not held:
        return None
    counted = [(line.label, _by_class(line)) for line in held[:shown]]
    rest = held[shown:]
    more = f"{len(rest)} more report{'s' if len(rest) > 1 else ''}"
    summed = [(more, sum((_by_class(line) for line in rest), Counter[Role]()))] if rest else []
    classes = [role for role in _CLASSES if any(counts[role] for _, counts in (*counted, *summed))]
    own = tuple(_bar(reports, name, counts, classes, chosen, choice=name) for name, counts in counted)
    others = tuple(_bar(reports, name, counts, classes, chosen) for name, counts in summed)
    return ChartSpec(
        plot=StackedCounts((*own, *others)),
        message=reports_message(reports),
        measure=f"Open items of {reports.home} by inspection report and level, {items_date(reports.held)}",
        unit="open",
        alt=describe(reports, shown),
        table=reports_table(reports),
        file_name=f"{file_name_part(reports.home)}-open-items-by-report-{reports.as_of}",
        provenance=provenance,
        key=Key(tuple((role, _CLASSES[role]) for role in classes), before="CoC: cause of concern; L: level."),
    )


def describe(reports: Reports, shown: int = SHOWN) -> str:
    """The chart in words: how many items and reports, the largest, the smallest, what the last bar sums."""
    held = reports.with_open
    number = f"{len(held)} report{'' if len(held) == 1 else 's'}"
    first = f"Bar chart: {reports.open:,} open items of {reports.home} by inspection report, {number}."
    lines = [first, f"{reports_message(reports)}."]
    if len(held) > shown:
        rest = sum(line.open for line in held[shown:])
        lines.append(f"The last bar sums the {len(held) - shown} smallest ({rest:,}).")
    return alt_text(*lines)


def _by_class(line: ReportLine) -> Counter[Role]:
    """Causes of concern, which carry no level, and the rest by level; they sum to the report's open items."""
    found = Counter({LEVELS[grade]: line.by_grade.get(grade, 0) for grade in Grade})
    found[Role.CAUSE_OF_CONCERN] = line.by_kind[Kind.CAUSE_OF_CONCERN]
    return found


def _bar(
    reports: Reports, name: str, counts: Mapping[Role, int], classes: list[Role], chosen: str, *, choice: str = ""
) -> Bar:
    open_ = sum(counts.values())
    told = f"{open_:,} open, {whole_percent(open_ / reports.open)} of all"
    parts = tuple(_part(role, counts.get(role, 0), told) for role in classes)
    return Bar(name, f"{open_:,}", parts, emphasised=bool(choice) and choice == chosen, choice=choice)


def _part(role: Role, count: int, told: str) -> Part:
    """A class with its count where both fit, or its name alone; a number alone could be taken for the other."""
    words = f"{_CLASSES[role]}: {count:,}"
    return Part(count, role, f"{told}\n{words}", name=_CLASSES[role], printed=(words, _CLASSES[role]))
