"""Which items repeat an earlier finding, as the liaison officer decides it: the pair decided about, and the log."""

from dataclasses import dataclass

from jasc_data.domain.actor import Done
from jasc_data.domain.vocabulary import RepeatAction
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class RepeatPair:
    """An item, and the earlier one that it may repeat, by their issued ids: names and texts change, ids never do."""

    item_id: int
    earlier_id: int


@dataclass(frozen=True)
class RepeatEntry(Done):
    """One line of the log. log_entry: the last entry of the uploads' log when it was written (rule 21)."""

    item_id: int
    earlier_id: int
    action: RepeatAction
    log_entry: int


def repeat_log(snapshot: Snapshot) -> tuple[RepeatEntry, ...]:
    """Everything that was ever decided or taken back, in order."""
    return tuple(snapshot.rows("editorial/repeat_log", RepeatEntry))
