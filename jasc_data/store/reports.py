"""Which report an item belongs to: its title and, where given, its publication date (rule 6 of the design).

A report on one force belongs to that force, a national one is shared by all. Titles are the same when they differ only
in case, spaces and punctuation; nothing else is merged.
"""

from dataclasses import dataclass
from datetime import date

from jasc_data.store.snapshot import Snapshot
from jasc_data.words_alike import spelling_key

NO_REPORT = 0


class ReportAmbiguous(Exception):
    """Several held reports have the title, and no date says which is meant."""


@dataclass(frozen=True)
class HeldReport:
    """A report that the store knows."""

    report_id: int
    title: str
    title_key: str
    force: str | None
    published: date | None


class ReportShelf:
    """The reports that the store knows, growing as an upload brings new ones."""

    def __init__(self, snapshot: Snapshot):
        self._snapshot = snapshot
        self._held: dict[tuple[str | None, str], list[HeldReport]] = {}
        self._resolved: dict[tuple[str | None, str, date | None], int] = {}
        self._next = 1
        for report in snapshot.rows("reports/held", HeldReport):
            self._held.setdefault((report.force, report.title_key), []).append(report)
            self._next = max(self._next, report.report_id + 1)

    def number_of(self, title: str | None, force: str | None, published: date | None) -> int:
        """The number of the report, written to the store when it is new. Raises ReportAmbiguous."""
        title_key = spelling_key(title or "")
        if not title_key:
            return NO_REPORT
        identity = (force, title_key, published)
        if identity not in self._resolved:
            self._resolved[identity] = self._number_of(title or "", *identity)
        return self._resolved[identity]

    def _number_of(self, title: str, force: str | None, title_key: str, published: date | None) -> int:
        same_title = self._held.get((force, title_key), [])
        if published is None:
            if len(same_title) > 1:
                raise ReportAmbiguous
            return same_title[0].report_id if same_title else self._new(title, title_key, force, None)
        for report in same_title:
            if report.published == published:
                return report.report_id
        undated = next((report for report in same_title if report.published is None), None)
        if undated is None:
            return self._new(title, title_key, force, published)
        self._snapshot.write("reports/date", report_id=undated.report_id, published=published)
        same_title[same_title.index(undated)] = HeldReport(undated.report_id, title, title_key, force, published)
        return undated.report_id

    def _new(self, title: str, title_key: str, force: str | None, published: date | None) -> int:
        report = HeldReport(self._next, title, title_key, force, published)
        self._snapshot.write(
            "reports/insert",
            report_id=report.report_id,
            title=title,
            title_key=title_key,
            force=force,
            published=published,
        )
        self._next += 1
        self._held.setdefault((force, title_key), []).append(report)
        return report.report_id
