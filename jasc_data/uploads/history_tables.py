"""The tables of the uploads that are kept, and of what happened to them."""

from collections.abc import Iterable

from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.uploads.history import Action, LoggedUpload
from jasc_data.wording.numbers import listed, local_time


def uploads_table(uploads: Iterable[LoggedUpload]) -> TableSpec:
    """Every upload: what it was, and whether it counts."""
    columns = (
        Column("Number", Format.PLAIN),
        Column("As of", Format.SHORT_DATE),
        Column("State"),
        Column("Type"),
        Column("Rows", Format.COUNT),
        Column("Forces"),
        Column("File"),
        Column("Committed"),
        Column("SHA-256"),
    )
    rows = [
        (
            upload.upload_id,
            upload.as_of,
            _state(upload),
            upload.export_type.value,
            upload.row_count,
            ", ".join(upload.forces) if len(upload.forces) <= 2 else f"{len(upload.forces)} forces",
            upload.file_name,
            f"{local_time(upload.committed_at)}, {upload.actor.words}",
            f"{upload.sha256[:12]}…",
        )
        for upload in uploads
    ]
    return TableSpec(columns, rows_of(rows), "Every upload, latest first", headed_rows=False)


def log_table(actions: Iterable[Action]) -> TableSpec:
    """Everything that happened to the uploads, in order."""
    columns = (Column("When"), Column("What"), Column("Who"), Column("Detail"))
    rows = rows_of(
        (local_time(entry.happened_at), f"{entry.action} upload {entry.upload_id}", entry.actor.words, entry.detail)
        for entry in actions
    )
    return TableSpec(columns, rows, "The log of actions", headed_rows=False)


def _state(upload: LoggedUpload) -> str:
    if not upload.replaced_by:
        return upload.state.value
    return f"{upload.state} by {listed([str(number) for number in upload.replaced_by])}"
