"""What a file or an action changed between two states of the store, inside the transaction that made the change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from jasc_data.answers.figures.item_states import FigureCells, figure_changes
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.intake.uploads import CheckedFile, CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.impact import Effect
from jasc_data.uploads.rows_read import FiguresRead, rows_read
from jasc_data.uploads.turned import changes_of_action, changes_of_file, turned_states


def effect_of_items(snapshot: Snapshot, checked: CheckedFile, upload_ids: Sequence[int]) -> Effect:
    """What the file's uploads of items changed, for the forces that they speak for, at the latest of its dates; and
    what its rows come to, date by date. How the items stood at each of its dates was kept."""
    read = []
    for number, upload in sorted(zip(upload_ids, checked.uploads, strict=True), key=lambda pair: pair[1].as_of):
        turned = turned_states(snapshot, upload.as_of)
        read.append(rows_read(snapshot, number, upload, turned))
    forces = {force for upload in checked.uploads for force in upload.forces}
    items, counts = changes_of_file(snapshot, turned, forces, upload_ids)
    return Effect(counts, items=tuple(items), read=tuple(read))


def effect_of_figures(
    checked: CheckedFile, before: Mapping[date, FigureCells], after: Mapping[date, FigureCells]
) -> Effect:
    """What the file's uploads of positions changed at the latest of its dates, of the figures that they speak for; and
    what its rows come to. before and after: the figures at each date of the file."""
    latest = max(before)
    figures, counts = figure_changes(before[latest], after[latest], _cells(checked.uploads))
    return Effect(
        counts, figures=tuple(figures), read=tuple(_figures_read(upload, before) for upload in checked.uploads)
    )


def _figures_read(upload: CheckedUpload, before: Mapping[date, FigureCells]) -> FiguresRead:
    held = before[upload.as_of]
    differing = sum(held.get((cell.force, cell.kind, cell.grade)) != cell.open for cell in upload.positions)
    return FiguresRead(upload.as_of, differing, len(upload.positions) - differing, len(upload.nationals))


def _cells(uploads: Iterable[CheckedUpload]) -> list[tuple[str, Kind, Grade | None]]:
    return list(dict.fromkeys((cell.force, cell.kind, cell.grade) for upload in uploads for cell in upload.positions))


def effect_of_action_on_items(snapshot: Snapshot, forces: Sequence[str], day: date) -> Effect:
    """What withdrawing or restoring an upload of items changed at its date. How the items stood there was kept."""
    items, counts = changes_of_action(snapshot, turned_states(snapshot, day), forces)
    return Effect(counts, items=tuple(items))


def effect_of_action_on_figures(before: FigureCells, after: FigureCells) -> Effect:
    """The same of an upload of positions."""
    figures, counts = figure_changes(before, after, sorted(before.keys() | after.keys(), key=str))
    return Effect(counts, figures=tuple(figures))
