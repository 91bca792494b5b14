"""Writes the demonstration's files anew: ``python -m tests.make_demonstration``."""

from jasc_data.demonstration.exports import FOLDER
from tests.make_demonstration.exports import made_exports

FOLDER.mkdir(exist_ok=True)
for export in made_exports():
    (FOLDER / export.file_name).write_bytes(export.content)
