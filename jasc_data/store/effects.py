"""What a file or an action changed between two states of the store, inside the transaction that made the change."""

from collections.abc import Iterable

from jasc_data.analysis.changes import State, figure_changes, item_changes
from jasc_data.analysis.effect import Effect
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.snapshot import Snapshot
from jasc_data.vocabulary import ExportType


def effect_of_file(snapshot: Snapshot, checked: CheckedFile, before: State, after: State) -> Effect:
    """What the file's uploads changed, for the forces (or the figures) that they speak for."""
    if checked.export_type is ExportType.ITEMS:
        latest = max(upload.as_of for upload in checked.uploads)
        revised = {row["item_key"]: row["revisions"] for row in snapshot.raw("uploads/target_revisions", day=latest)}
        forces = {force for upload in checked.uploads for force in upload.forces}
        items, counts = item_changes(before, after, forces, revised)
        return Effect(counts, items=tuple(items))
    cells = dict.fromkeys(
        (cell.force, cell.kind, cell.grade) for upload in checked.uploads for cell in upload.positions
    )
    figures, counts = figure_changes(before, after, cells)
    return Effect(counts, figures=tuple(figures))


def effect_of_action(export_type: ExportType, forces: Iterable[str], before: State, after: State) -> Effect:
    """What withdrawing or restoring an upload changed."""
    if export_type is ExportType.ITEMS:
        items, counts = item_changes(before, after, forces, {})
        return Effect(counts, items=tuple(items))
    figures, counts = figure_changes(before, after, sorted(before.cells.keys() | after.cells.keys(), key=str))
    return Effect(counts, figures=tuple(figures))
