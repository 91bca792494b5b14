"""Which report an item belongs to: its title and, where given, its publication date (rule 6 of the design).

A report on one force belongs to that force, a national one is shared by all. Titles are the same when they differ only
in case, spaces and punctuation; nothing else is merged.
"""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.normalise import spelling_key
from jasc_data.store.snapshot import Snapshot

NO_REPORT = 0


class ReportAmbiguous(Exception):
    """Several live reports have the title, and no date says which is meant."""


@dataclass(frozen=True)
class HeldReport:
    """A report that the store knows; live when a live upload speaks of it."""

    report_id: int
    title: str
    title_key: str
    force: str | None
    published: date | None
    live: bool


class ReportShelf:
    """The reports that the store knows, growing as an upload brings new ones.

    A report is kept as the upload wrote it, with or without a date; that an undated title means the one dated report
    of that title is worked out when it is read (queries/views/report_meant.sql), from the uploads that are live.
    """

    def __init__(self, snapshot: Snapshot):
        self._snapshot = snapshot
        self._new: list[HeldReport] = []
        self._numbers: dict[tuple[str | None, str, date | None], int] = {}
        self._live_dates: dict[tuple[str | None, str], set[date]] = {}
        self._next = 1
        for report in snapshot.rows("uploads/reports_held", HeldReport):
            self._numbers[report.force, report.title_key, report.published] = report.report_id
            self._next = max(self._next, report.report_id + 1)
            if report.live and report.published:
                self._live_dates.setdefault((report.force, report.title_key), set()).add(report.published)

    def number_of(self, title: str | None, force: str | None, published: date | None) -> int:
        """The number of the report as written; one that is new is given the next, and is kept by ``keep``."""
        title_key = spelling_key(title or "")
        if not title_key:
            return NO_REPORT
        identity = (force, title_key, published)
        if identity not in self._numbers:
            self._new.append(HeldReport(self._next, title or "", title_key, force, published, live=True))
            self._numbers[identity] = self._next
            self._next += 1
        if published:
            self._live_dates.setdefault((force, title_key), set()).add(published)
        return self._numbers[identity]

    def date_of(self, title: str | None, force: str | None, published: date | None) -> date | None:
        """The publication date by which a report is found whose title was said to mean this one.

        It is the one that is held, whatever date the file gives; with none or several of them the file's date decides.
        """
        held = self._live_dates.get((force, spelling_key(title or "")), set())
        return None if len(held) == 1 else published

    def meant_by(self, title: str | None, force: str | None, published: date | None) -> int:
        """The number of the report that is meant, once all dated rows were numbered. Raises ReportAmbiguous."""
        title_key = spelling_key(title or "")
        dates = self._live_dates.get((force, title_key), set())
        if published is None and len(dates) > 1:
            raise ReportAmbiguous
        meant = next(iter(dates)) if published is None and dates else published
        return self.number_of(title, force, meant)

    def keep(self) -> None:
        """Writes the reports that are new."""
        if self._new:
            names = ("report_id", "title", "title_key", "force", "published")
            columns = {name: [getattr(report, name) for report in self._new] for name in names}
            self._snapshot.write("uploads/insert_reports", **columns)
            self._new = []
