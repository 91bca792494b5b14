"""The tables of the reports: all of them, one by kind and grade, one by force, one through time."""

import pandas as pd

from jasc_data.answers.figures.report_names import ALL_REPORTS
from jasc_data.answers.register.text import age_words, grade_words
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.history import HistoryPoint
from jasc_data.answers.reports.other_forces import Spread
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.numbers import long_date, short_date, whole_percent

_KINDS = {Kind.CAUSE_OF_CONCERN: "CoCs", Kind.RECOMMENDATION: "Recs", Kind.AFI: "AFIs"}
_GRADES = (Grade.FOUR, Grade.THREE, Grade.TWO, Grade.ONE, Grade.NOT_GRADED)


def reports_table(reports: Reports) -> pd.DataFrame:
    """Open items: a row per report ever held, most open first, and the total; grades are of recs and AFIs."""
    lines = list(reports.lines)
    rows = [_counts(line.label, [line], reports) for line in lines]
    return pd.DataFrame([*rows, _counts(ALL_REPORTS, lines, reports)]).set_index("Report")


def progress_table(reports: Reports) -> pd.DataFrame:
    """How far and how old: the same rows with what is late, awaiting sign-off and closed, and the reports' dates."""
    lines = list(reports.lines)
    rows = [_progress(line.label, [line]) | _dates(line, reports) for line in lines]
    blank = dict.fromkeys(_dates(lines[0], reports), "") if lines else {}
    return pd.DataFrame([*rows, _progress(ALL_REPORTS, lines) | blank]).set_index("Report")


def _counts(name: str, lines: list[ReportLine], reports: Reports) -> dict[str, str]:
    open_ = sum(line.open for line in lines)
    row = {
        "Report": name,
        "Open": f"{open_:,}",
        "Share": whole_percent(open_ / reports.open) if reports.open else "none open",
    }
    row |= {heading: f"{sum(line.by_kind[kind] for line in lines):,}" for kind, heading in _KINDS.items()}
    return row | {grade_words(grade): f"{sum(line.by_grade[grade] for line in lines):,}" for grade in _GRADES}


def _progress(name: str, lines: list[ReportLine]) -> dict[str, str]:
    return {
        "Report": name,
        "Past the deadline": f"{sum(line.overdue for line in lines):,}",
        "Awaiting sign-off": f"{sum(line.awaiting_sign_off for line in lines):,}",
        "Closed so far": f"{sum(line.closed for line in lines):,} of {sum(line.ever for line in lines):,}",
    }


def _dates(line: ReportLine, reports: Reports) -> dict[str, str]:
    oldest = line.oldest_open_held_on
    return {
        "Published": short_date(line.published) if line.published else "no date",
        "Age": age_words(line.published, reports.as_of) if line.published else "not known",
        "Open longest, held since": short_date(oldest) if oldest else "none open",
        "PCC's reply due": short_date(line.reply_due) if line.reply_due else "not known",
    }


def kinds_table(line: ReportLine) -> pd.DataFrame:
    """One report's items: a row per kind and grade, with what is overdue, awaiting sign-off and closed so far."""
    in_order = sorted(line.counts, key=lambda count: (list(Kind).index(count.kind), _GRADES.index(count.grade)))
    rows = [
        {
            "Kind and grade": _kind_and_grade(count.kind, count.grade),
            "Open": f"{count.open:,}",
            "Past the deadline": f"{count.overdue:,}",
            "Awaiting sign-off": f"{count.awaiting_sign_off:,}",
            "Closed so far": f"{count.closed:,} of {count.ever:,}",
        }
        for count in in_order
        if count.ever
    ]
    return pd.DataFrame(rows).set_index("Kind and grade")


def _kind_and_grade(kind: Kind, grade: Grade) -> str:
    if kind is Kind.CAUSE_OF_CONCERN and grade is Grade.NOT_GRADED:
        return kind.short_heading
    named = "not graded" if grade is Grade.NOT_GRADED else f"level {grade}"
    return f"{'AFIs' if kind is Kind.AFI else kind.short_heading}, {named}"


def forces_table(spread: Spread) -> pd.DataFrame:
    """A row per force of the group held, most open first; then the other forces together."""
    rows = [
        {"Force": entry.force, "Open": f"{entry.open:,}", "As of": long_date(entry.as_of)}
        for entry in spread.in_group or spread.forces
    ]
    missing = sorted(set(spread.group) - {entry.force for entry in spread.forces})
    rows += [{"Force": force, "Open": "not held", "As of": ""} for force in missing]
    if spread.in_group and spread.beyond:
        with_open = sum(1 for entry in spread.beyond if entry.open)
        rows.append(
            {"Force": "Other forces with items open", "Open": f"{with_open:,} of {len(spread.beyond):,}", "As of": ""}
        )
    return pd.DataFrame(rows).set_index("Force")


def history_table(points: tuple[HistoryPoint, ...]) -> pd.DataFrame:
    """A row per date held, latest first; a kind that no export had covered by then is not held."""
    rows = [
        {"As of": long_date(point.as_of), "Open": "not held" if point.open is None else f"{point.open:,}"}
        | {
            heading: f"{point.by_kind[kind]:,}" if kind in point.by_kind else "not held"
            for kind, heading in _KINDS.items()
            if any(kind in other.by_kind for other in points)
        }
        for point in reversed(points)
    ]
    return pd.DataFrame(rows).set_index("As of")
