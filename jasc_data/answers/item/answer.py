"""One item across the exports that speak for it: what each change was, on which date, by which export (rule 5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jasc_data.answers.figures.report_names import report_labels
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.grades import level_words
from jasc_data.wording.numbers import short_date
from jasc_data.wording.statuses import status_in_full


@dataclass(frozen=True)
class ExportWord:
    """What one export says of an item at one of its places (kind and report). Without ``listed`` the rest is blank.

    report_published: the date that tells the report from others of its title; published: what the export says of it.
    """

    upload_id: int
    as_of: date
    file_name: str
    kind: Kind
    report_id: int
    report: str
    report_published: date | None
    published: date | None
    listed: bool
    reference: str | None
    number: str | None
    addressed_elsewhere: bool
    grade: Grade | None
    status: Status | None
    status_written: str | None
    target_date: date | None
    deadline: str | None
    lead: str | None
    addressee: str | None
    text: str | None
    overdue_reason: str | None
    steps_to_green: str | None
    cause_of_concern: str | None


@dataclass(frozen=True)
class HistoryEntry:
    """One date on which something changed: what, and the export that says so."""

    as_of: date
    file_name: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class ItemHistory:
    """The dates on which an item changed, earliest first; and how many dates and exports spoke for it at all."""

    entries: tuple[HistoryEntry, ...]
    dates: int
    last_spoken_for: date | None

    @property
    def sentence(self) -> str:
        """How often the item was spoken for and how often something changed."""
        if self.last_spoken_for is None:
            return "No export speaks for this item."
        changes = len(self.entries) - 1
        changed = "nothing changed" if not changes else f"it changed {'once' if changes == 1 else f'{changes} times'}"
        dates = "1 date" if self.dates == 1 else f"{self.dates:,} dates"
        return f"Exports of {dates} speak for it, the latest of {short_date(self.last_spoken_for)}; {changed}."


def item_history(snapshot: Snapshot, item_key: str, day: date) -> ItemHistory:
    """The history of an item up to a day."""
    return history_of(export_words(snapshot, item_key, day))


def export_words(snapshot: Snapshot, item_key: str, day: date) -> list[ExportWord]:
    """What every export up to a day says of an item, in the order of dates and uploads."""
    return snapshot.rows("item/history", ExportWord, item_key=item_key, day=day)


def history_of(words: Iterable[ExportWord]) -> ItemHistory:
    """The history that those words give, in the order of dates and uploads.

    Of one date, what counts is how the item stands after all its exports: the later one replaces the earlier.
    """
    words = list(words)
    names = report_labels({word.report_id: (word.report, word.report_published) for word in words})
    entries: list[HistoryEntry] = []
    last: ExportWord | None = None
    listed, dates, spoken = False, 0, None
    for as_of, of_day in groupby(words, key=lambda word: word.as_of):
        before, was_listed, dates, spoken = last, listed, dates + 1, as_of
        by = ""
        for word in of_day:
            if word.listed:
                last, listed, by = word, True, word.file_name
            elif last and word.upload_id != last.upload_id and _place(word) == _place(last):
                listed, by = False, word.file_name
        if last is not None and (changes := _changes(before, last, names, was_listed=was_listed, listed=listed)):
            entries.append(HistoryEntry(as_of, by, changes))
    return ItemHistory(tuple(entries), dates, spoken)


def _place(word: ExportWord) -> tuple[Kind, int]:
    return word.kind, word.report_id


def _changes(
    before: ExportWord | None, after: ExportWord, names: Mapping[int, str], *, was_listed: bool, listed: bool
) -> tuple[str, ...]:
    if before is None:
        gone = () if listed else ("Left out by a later export of this date: counts as closed",)
        return (f"First in an export: {_told(after)}", *gone)
    changes = [*_report(before, after, names), *_parts(before, after)]
    if was_listed and not listed:
        changes.append("Left out of the export: counts as closed" if _open(after) else "Left out of the export")
    if listed and not was_listed:
        changes.insert(0, "In an export again")
    return tuple(changes)


def _open(word: ExportWord) -> bool:
    return word.status is not None and word.status.counts_as_open and not word.addressed_elsewhere


def _told(word: ExportWord) -> str:
    grade = "" if word.kind is Kind.CAUSE_OF_CONCERN else f", {level_words(word.grade or Grade.NOT_GRADED)}"
    target = f", own target date {short_date(word.target_date)}" if word.target_date else ""
    return f"{_status(word)}{grade}{target}"


def _status(word: ExportWord) -> str:
    return status_in_full(word.status, word.status_written) if word.status else "none"


def _report(before: ExportWord, after: ExportWord, names: Mapping[int, str]) -> Iterable[str]:
    """A move to another report; or the same one published again, told by its dates and never from X to X."""
    again = before.published and after.published and before.published != after.published
    if again and spelling_key(before.report) == spelling_key(after.report):
        yield f"Report reissued: published {_day(before.published)}, then {_day(after.published)}"
    elif before.report_id != after.report_id:
        yield f"Report: {names[before.report_id]} to {names[after.report_id]}"


def _parts(before: ExportWord, after: ExportWord) -> Iterable[str]:
    """Every part that differs, dates and short words with their values."""
    if before.kind is not after.kind:
        yield f"Kind: {before.kind.singular} to {after.kind.singular}"
    if _status(before) != _status(after):
        yield f"Status: {_status(before)} to {_status(after)}"
    if before.grade is not after.grade:
        yield f"Grade: {before.grade} to {after.grade}"
    if before.target_date != after.target_date:
        yield f"Own target date: {_day(before.target_date)} to {_day(after.target_date)}"
    for name, old, new in (
        ("Reference", before.reference, after.reference),
        ("Number", before.number, after.number),
        ("HMICFRS deadline", before.deadline, after.deadline),
        ("Lead", before.lead, after.lead),
        ("Addressed to", before.addressee, after.addressee),
        ("Cause of concern", before.cause_of_concern, after.cause_of_concern),
        ("Reason when overdue", before.overdue_reason, after.overdue_reason),
        ("Steps to green", before.steps_to_green, after.steps_to_green),
        ("Text", before.text, after.text),
    ):
        if old != new:
            yield f"{name}: {old or 'none'} to {new or 'none'}"


def _day(day: date | None) -> str:
    return short_date(day) if day else "none"
