"""A table of positions as it was understood, whichever way round it came."""

import pandas as pd

from jasc_data.domain.vocabulary import Kind
from jasc_data.uploads.understood import Understood

MOST_ACROSS = 10
_NOT_HELD = "not held"


def understood_table(figures: Understood) -> pd.DataFrame:
    """The open counts as text, forces in the table's order; a blank cell says so and is never 0.

    Kinds down and forces across, as in the paper, while the forces find room; forces down when they are many.
    """
    rows = [
        {"Open": force} | {kind.heading: held.get(kind, _NOT_HELD) for kind in Kind} for force, held in figures.items()
    ]
    table = pd.DataFrame(rows, columns=["Open", *(kind.heading for kind in Kind)]).set_index("Open")
    return table if len(rows) > MOST_ACROSS else table.T.rename_axis("Open")
