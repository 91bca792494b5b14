"""A table of positions as it was understood, whichever way round it came."""

from collections.abc import Iterable

import pandas as pd

from jasc_data.figures import average, short_date
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.vocabulary import Kind

NATIONAL = "National average"
MOST_ACROSS = 10
_NOT_HELD = "not held"


def understood_table(uploads: Iterable[CheckedUpload]) -> pd.DataFrame:
    """The open counts as text, forces in the table's order; a blank cell says so and is never 0.

    Kinds down and forces across, as in the paper, while the forces find room; forces down when they are many.
    """
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
    table = pd.DataFrame(rows, columns=["Open", *(kind.heading for kind in Kind)]).set_index("Open")
    return table if len(cells) > MOST_ACROSS else table.T.rename_axis("Open")
