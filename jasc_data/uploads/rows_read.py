"""What the rows of a file come to, so that a person can add them up: each row is counted once.

Items: rows = open (new, unchanged, changed, regraded) + closed + superseded + for other bodies. What is held as open
and is not in the file stands beside that sum: the file closes it. Positions: figures = new or different + the same +
national averages.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.figures.item_states import Change
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.turned import Turned


@dataclass(frozen=True)
class RowsRead:
    """The rows of one date's items. new to regraded are open in the file; absent are no rows but held items that the
    file leaves out and thereby closes. forces: those that it speaks for."""

    as_of: date
    forces: tuple[str, ...]
    new: int = 0
    unchanged: int = 0
    changed: int = 0
    regraded: int = 0
    closed: int = 0
    superseded: int = 0
    for_others: int = 0
    absent: int = 0

    @property
    def open(self) -> int:
        """The rows that count as open from now on."""
        return self.new + self.unchanged + self.changed + self.regraded

    @property
    def ours(self) -> int:
        """The rows that are the forces' own, open or not."""
        return self.open + self.closed + self.superseded

    @property
    def rows(self) -> int:
        """Every row read."""
        return self.ours + self.for_others


@dataclass(frozen=True)
class FiguresRead:
    """The figures of one date's positions, against what is held."""

    as_of: date
    differing: int
    same: int
    national: int

    @property
    def rows(self) -> int:
        """Every figure read."""
        return self.differing + self.same + self.national


def rows_read(snapshot: Snapshot, upload_id: int, upload: CheckedUpload, turned: Turned) -> RowsRead:
    """What the rows of an upload just written come to. turned: what stands otherwise at the upload's date with it."""
    standing: Counter[str] = Counter()
    became: Counter[Change | None] = Counter()
    listed = snapshot.raw("uploads/rows_read", upload_id=upload_id, day=upload.as_of)
    for row in listed:
        standing[row["standing"]] += row["rows"]
        if row["standing"] != "open":
            continue
        if row["item_key"] is not None:
            became[turned.changes[row["item_key"]]] += row["rows"]
        elif row["counting"]:
            became[Change.OPENED if row["new"] else Change.UNCHANGED] += row["rows"]
    counts = RowsRead(
        upload.as_of,
        upload.forces,
        new=became[Change.OPENED],
        unchanged=became[Change.UNCHANGED],
        changed=became[Change.CHANGED],
        regraded=became[Change.REGRADED],
        closed=standing["closed"],
        superseded=standing["superseded"],
        for_others=standing["for other bodies"],
        absent=_absent(turned, {row["item_key"] for row in listed}),
    )
    if counts.rows != upload.row_count:
        raise RuntimeError(f"{upload.row_count} rows were read, but their counts come to {counts.rows}")
    return counts


def _absent(turned: Turned, in_file: Collection[str]) -> int:
    ended = (Change.CLOSED, Change.LEFT)
    return sum(change in ended and key not in in_file for key, change in turned.changes.items())
