"""A table of positions as it was understood: forces down, kinds across, whichever way round it came."""

from collections.abc import Iterable

import pandas as pd

from jasc_data.figures import average, short_date
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.vocabulary import Kind

NATIONAL = "National average"
_NOT_HELD = "not held"


def understood_table(uploads: Iterable[CheckedUpload]) -> pd.DataFrame:
    """The open counts as text, a row per force in the table's order; a blank cell says so and is never 0."""
    every = list(uploads)
    cells: dict[str, dict[Kind, str]] = {}
    for upload in every:
        dated = f", {short_date(upload.as_of)}" if len(every) > 1 else ""
        for cell in upload.positions:
            if cell.grade is None:
                cells.setdefault(f"{cell.force}{dated}", {})[cell.kind] = f"{cell.open:,}"
        for national in upload.nationals:
            if national.grade is None:
                cells.setdefault(f"{NATIONAL}{dated}", {})[national.kind] = average(national.average)
    rows = [
        {"Open": force} | {kind.heading: figures.get(kind, _NOT_HELD) for kind in Kind}
        for force, figures in cells.items()
    ]
    return pd.DataFrame(rows, columns=["Open", *(kind.heading for kind in Kind)]).set_index("Open")
