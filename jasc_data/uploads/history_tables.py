"""The tables of the uploads that are kept, and of what happened to them."""

from collections.abc import Iterable, Mapping, Sequence

from jasc_data.drawing.table_spec import Column, Format, TableSpec, rows_of
from jasc_data.uploads.history import Action, LoggedUpload, SpokenFor
from jasc_data.wording.numbers import listed, local_time

LATEST = 13  # a quarter of weekly ones; a browser takes as long for each further row as for the first


def uploads_table(uploads: Sequence[LoggedUpload], spoken: Mapping[int, SpokenFor], *, of: int) -> TableSpec:
    """Uploads: what each was, and whether it counts. spoken: for whom, by their numbers; of: how many there are."""
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
            _forces(spoken[upload.upload_id].forces),
            upload.file_name,
            f"{local_time(upload.committed_at)}, {upload.actor.words}",
            f"{upload.sha256[:12]}…",
        )
        for upload in uploads
    ]
    caption = "Every upload, latest first" if len(rows) == of else f"The latest {len(rows)} of {of:,} uploads"
    return TableSpec(columns, rows_of(rows), caption, headed_rows=False)


def log_table(actions: Iterable[Action]) -> TableSpec:
    """Everything that happened to the uploads, in order."""
    columns = (Column("When"), Column("What"), Column("Who"), Column("Detail"))
    rows = rows_of(
        (local_time(entry.happened_at), f"{entry.action} upload {entry.upload_id}", entry.actor.words, entry.detail)
        for entry in actions
    )
    return TableSpec(columns, rows, "The log of actions", headed_rows=False)


def _forces(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 2 else f"{len(names)} forces"


def _state(upload: LoggedUpload) -> str:
    if not upload.replaced_by:
        return upload.state.value
    return f"{upload.state} by {listed([str(number) for number in upload.replaced_by])}"
