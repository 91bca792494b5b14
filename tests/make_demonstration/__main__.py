"""Writes the demonstration's files anew, and the record of importing them: ``python -m tests.make_demonstration``."""

from jasc_data.demonstration.exports import FOLDER
from jasc_data.demonstration.record import RECORD, record_of
from jasc_data.demonstration.store import imported_store
from jasc_data.domain.settings import Settings
from tests.make_demonstration.exports import made_exports

FOLDER.mkdir(exist_ok=True)
for export in made_exports():
    (FOLDER / export.file_name).write_bytes(export.content)
with imported_store(Settings().groups()).snapshot() as snapshot:
    RECORD.write_bytes(record_of(snapshot))
