"""The decisions about unknown headings and words, as the store remembers them."""

from collections.abc import Iterable
from datetime import datetime

from jasc_data.domain.actor import Actor
from jasc_data.intake.learned import Decision, Learned
from jasc_data.store.snapshot import Snapshot


def learned_in(snapshot: Snapshot) -> Learned:
    """Everything that uploaders have decided so far."""
    return Learned(snapshot.rows("uploads/decisions", Decision))


def remember(snapshot: Snapshot, decisions: Iterable[Decision], actor: Actor, now: datetime) -> bool:
    """Keeps decisions that are not held yet, for next time; inside the caller's transaction, by ``uploads`` alone.

    True where there was one.
    """
    learned = learned_in(snapshot)
    held = set(learned.decisions)
    new = [entry for entry in decisions if not (entry in held and learned.still_means(entry))]
    for entry in new:
        snapshot.write(
            "uploads/insert_decision",
            domain=entry.domain.value,
            layout=entry.layout,
            word=entry.word,
            meaning=entry.meaning,
            decided_at=now,
            who=actor.name,
            role=actor.role.value,
            way=actor.way.value,
        )
    return bool(new)
