"""The tables of the reports: all of them, one by kind and grade, one by force, one through time."""

from collections.abc import Mapping, Sequence

from jasc_data.answers.figures.report_names import ALL_REPORTS
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.history import HistoryPoint
from jasc_data.answers.reports.other_forces import Spread
from jasc_data.answers.reports.verdicts import Verdict, verdict
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing.table_spec import (
    NOT_HELD,
    NOT_KNOWN,
    Cell,
    Column,
    Contents,
    Format,
    Link,
    Missing,
    Part,
    Span,
    TableSpec,
    rows_of,
)
from jasc_data.wording.grades import grade_words, has_no_grade_by_nature, level_words

_KINDS = {Kind.CAUSE_OF_CONCERN: "CoCs", Kind.RECOMMENDATION: "Recs", Kind.AFI: "AFIs"}
_GRADES = (Grade.FOUR, Grade.THREE, Grade.TWO, Grade.ONE, Grade.NOT_GRADED)
_NONE_OPEN = Missing("none open")
_HOW_FAR = (
    Column("Past the deadline", Format.COUNT),
    Column("Awaiting sign-off", Format.COUNT),
    Column("Closed so far", Format.COUNT),
)

_OTHERS_UNKNOWN = Missing("not held for other MSG forces")
_OF_VERDICTS = "National reports: {} beside the rest of its MSG. An outlier has more, or fewer, open than every other"
_VERDICT = (
    Column("National report"),
    Column("Open here", Format.COUNT),
    Column("Open in other MSG forces"),
    Column("Our place"),
    Column("An outlier?"),
    Column("Against the others' mean"),
)
_DATES = (
    Column("Published", Format.SHORT_DATE),
    Column("Age", Format.AGE),
    Column("Open longest, held since", Format.SHORT_DATE),
    Column("PCC's reply due", Format.SHORT_DATE),
)


def reports_table(reports: Reports) -> TableSpec:
    """Open items: a row per report ever held, most open first, and the total; grades are of recs and AFIs.

    Each report's name leads to it.
    """
    columns = (
        Column("Report"),
        Column("Open", Format.COUNT),
        Column("Share", Format.PERCENT),
        *(Column(heading, Format.COUNT) for heading in _KINDS.values()),
        *(Column(grade_words(grade), Format.COUNT) for grade in _GRADES),
    )
    rows = [(_leading(line), *_counts([line], reports)) for line in reports.lines]
    total = (ALL_REPORTS, *_counts(reports.lines, reports))
    return TableSpec(columns, rows_of([*rows, total]), f"Open items of {reports.home} by inspection report")


def progress_table(reports: Reports) -> TableSpec:
    """How far and how old: the same rows with what is late, awaiting sign-off and closed, and the reports' dates."""
    dates = _DATES if reports.lines else ()  # without a report there is nothing to date
    rows = [(_leading(line), *_progress([line]), *_dates(line, reports)) for line in reports.lines]
    total = (ALL_REPORTS, *_progress(reports.lines), *([None] * len(dates)))
    caption = "How far and how old; PCC: the police and crime commissioner"
    return TableSpec((Column("Report"), *_HOW_FAR, *dates), rows_of([*rows, total]), caption)


def _leading(line: ReportLine) -> Cell:
    return Cell(line.label, link=Link("report", line.report_id))


def _counts(lines: Sequence[ReportLine], reports: Reports) -> Contents:
    open_ = sum(line.open for line in lines)
    return (
        open_,
        open_ / reports.open if reports.open else _NONE_OPEN,
        *(sum(line.by_kind[kind] for line in lines) for kind in _KINDS),
        *(sum(line.by_grade[grade] for line in lines) for grade in _GRADES),
    )


def _progress(lines: Sequence[ReportLine]) -> Contents:
    return (
        sum(line.overdue for line in lines),
        sum(line.awaiting_sign_off for line in lines),
        Part(sum(line.closed for line in lines), sum(line.ever for line in lines)),
    )


def _dates(line: ReportLine, reports: Reports) -> Contents:
    return (
        line.published or Missing("no date"),
        Span(line.published, reports.as_of) if line.published else NOT_KNOWN,
        line.oldest_open_held_on or _NONE_OPEN,
        line.reply_due or NOT_KNOWN,
    )


def kinds_table(line: ReportLine) -> TableSpec:
    """One report's items: a row per kind and grade, with what is overdue, awaiting sign-off and closed so far."""
    in_order = sorted(line.counts, key=lambda count: (list(Kind).index(count.kind), _GRADES.index(count.grade)))
    rows = [
        (
            _kind_and_grade(count.kind, count.grade),
            count.open,
            count.overdue,
            count.awaiting_sign_off,
            Part(count.closed, count.ever),
        )
        for count in in_order
        if count.ever
    ]
    columns = (Column("Kind and grade"), Column("Open", Format.COUNT), *_HOW_FAR)
    return TableSpec(columns, rows_of(rows), f"Items of {line.label} by kind and grade")


def _kind_and_grade(kind: Kind, grade: Grade) -> str:
    if has_no_grade_by_nature(kind, grade):
        return kind.short_heading
    return f"{'AFIs' if kind is Kind.AFI else kind.short_heading}, {level_words(grade)}"


def forces_table(line: ReportLine, spread: Spread, home: str) -> TableSpec:
    """A row per force of the group held, most open first; then the other forces together."""
    rows: list[Contents] = [(entry.force, entry.open, entry.as_of) for entry in spread.in_group or spread.forces]
    missing = sorted(set(spread.group) - {entry.force for entry in spread.forces})
    rows += [(force, NOT_HELD, None) for force in missing]
    if spread.in_group and spread.beyond:
        with_open = sum(1 for entry in spread.beyond if entry.open)
        rows.append(("Other forces with items open", Part(with_open, len(spread.beyond)), None))
    columns = (Column("Force"), Column("Open", Format.COUNT), Column("As of", Format.LONG_DATE))
    return TableSpec(columns, rows_of(rows, home), f"Open items of {line.label} by force")


def history_table(points: tuple[HistoryPoint, ...]) -> TableSpec:
    """A row per date held, latest first; a kind that no export had covered by then is not held."""
    kinds = {kind: heading for kind, heading in _KINDS.items() if any(kind in point.by_kind for point in points)}
    rows = [
        (
            point.as_of,
            NOT_HELD if point.open is None else point.open,
            *(point.by_kind.get(kind, NOT_HELD) for kind in kinds),
        )
        for point in reversed(points)
    ]
    counted = (Column(heading, Format.COUNT) for heading in ("Open", *kinds.values()))
    return TableSpec((Column("As of", Format.LONG_DATE), *counted), rows_of(rows))


def verdicts_table(reports: Reports, spreads: Mapping[int, Spread]) -> TableSpec:
    """Every national report with open items, most open first; what is not held elsewhere says so."""
    lines = [line for line in reports.with_open if line.shared]
    rows = (_verdict_row(line, verdict(line, spreads.get(line.report_id))) for line in lines)
    return TableSpec(_VERDICT, rows_of(rows), _OF_VERDICTS.format(reports.home))


def _verdict_row(line: ReportLine, found: Verdict | None) -> Contents:
    if found is None:
        return _leading(line), line.open, _OTHERS_UNKNOWN, None, None, None
    return _leading(line), line.open, found.elsewhere, found.place, found.outlier, found.against
