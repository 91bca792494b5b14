"""What a file or an action changed between two states of the store, inside the transaction that made the change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jasc_data.answers.figures.item_states import (
    Change,
    State,
    figure_changes,
    item_change,
    item_changes,
    target_revisions,
)
from jasc_data.domain.vocabulary import ExportType, Grade, Kind
from jasc_data.intake.uploads import CheckedFile, CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.impact import Effect
from jasc_data.uploads.rows_read import FiguresRead, rows_read


def effect_of_file(
    snapshot: Snapshot,
    checked: CheckedFile,
    upload_ids: Sequence[int],
    before: Mapping[date, State],
    after: Mapping[date, State],
) -> Effect:
    """What the file's uploads changed, for the forces (or the figures) that they speak for, at the latest of its dates;
    and what its rows come to, date by date. before and after: the states at each date of the file."""
    latest = max(before)
    if checked.export_type is ExportType.ITEMS:
        read = [
            rows_read(snapshot, number, upload, before[upload.as_of].items, after[upload.as_of].items)
            for number, upload in zip(upload_ids, checked.uploads, strict=True)
        ]
        revised = target_revisions(snapshot, latest)
        forces = {force for upload in checked.uploads for force in upload.forces}
        items, counts = item_changes(before[latest], after[latest], forces, revised)
        in_file = frozenset().union(*(keys for _, keys in read))
        counts = replace(counts, unchanged=_unchanged(in_file, before[latest], after[latest]))
        return Effect(counts, items=tuple(items), read=tuple(counted for counted, _ in read))
    figures, counts = figure_changes(before[latest], after[latest], _cells(checked.uploads))
    return Effect(
        counts, figures=tuple(figures), read=tuple(_figures_read(upload, before) for upload in checked.uploads)
    )


def _unchanged(in_file: Iterable[str], before: State, after: State) -> int:
    """What a file says nothing of is not unchanged by it: only its own items are."""
    return sum(item_change(before.items.get(key), after.items.get(key)) is Change.UNCHANGED for key in in_file)


def _figures_read(upload: CheckedUpload, before: Mapping[date, State]) -> FiguresRead:
    held = before[upload.as_of].cells
    differing = sum(held.get((cell.force, cell.kind, cell.grade)) != cell.open for cell in upload.positions)
    return FiguresRead(upload.as_of, differing, len(upload.positions) - differing, len(upload.nationals))


def _cells(uploads: Iterable[CheckedUpload]) -> list[tuple[str, Kind, Grade | None]]:
    return list(dict.fromkeys((cell.force, cell.kind, cell.grade) for upload in uploads for cell in upload.positions))


def effect_of_action(export_type: ExportType, forces: Iterable[str], before: State, after: State) -> Effect:
    """What withdrawing or restoring an upload changed."""
    if export_type is ExportType.ITEMS:
        items, counts = item_changes(before, after, forces, {})
        return Effect(counts, items=tuple(items))
    figures, counts = figure_changes(before, after, sorted(before.cells.keys() | after.cells.keys(), key=str))
    return Effect(counts, figures=tuple(figures))
