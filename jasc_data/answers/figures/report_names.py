"""What reports are called: their titles, told apart by publication date where several of a force have one title."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.unique_labels import unique_labels
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date

ALL_REPORTS = "All reports"


@dataclass(frozen=True)
class _Report:
    report_id: int
    title: str
    published: date | None


def report_names(snapshot: Snapshot, force: str, day: date) -> dict[int, str]:
    """By report number, the name of every report of which an item of the force is known at a date.

    All the answers of a date take their names from here, or from the same items, so that a report has one name.
    """
    found = snapshot.rows("figures/report_names", _Report, force=force, day=day)
    return report_labels({report.report_id: (report.title, report.published) for report in found})


def report_labels(reports: Mapping[int, tuple[str, date | None]]) -> dict[int, str]:
    """Titles that can be told apart, by report number: the publication date follows where a title stands twice."""
    numbers = sorted(reports)
    titles = [reports[number][0] for number in numbers]
    dates = [long_date(day) if (day := reports[number][1]) else "no date" for number in numbers]
    return dict(zip(numbers, unique_labels(titles, dates, taken=[ALL_REPORTS]), strict=True))
