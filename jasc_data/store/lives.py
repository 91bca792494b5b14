"""Items' lives: how each stood from one date to the next at which that changed.

The rows of the uploads are the record; lives are derived from them (queries/views/item_life.sql), so that a question
reads a span where it would read a row of every weekly export. What an action touches is told again in its transaction;
the store knows which uploads its lives tell of, so nothing has to be said of the action itself.
"""

from typing import Any

from jasc_data.store.snapshot import Snapshot

A_FEW = 2_000  # rows told: with no more than these all lives are told faster than those found that an action touches


def tell_lives(snapshot: Snapshot) -> None:
    """Brings the lives to what the live uploads say, inside a transaction that changed which are live."""
    if snapshot.raw("lives/rows_told")[0]["rows_told"] <= A_FEW:
        tell_all_lives(snapshot)
        return
    forces, keys = snapshot.lives_touched()
    if forces or keys:
        snapshot.write("lives/forget", forces=forces, keys=keys)
        snapshot.write("lives/tell", forces=forces, keys=keys)
    note_lives(snapshot)


def tell_all_lives(snapshot: Snapshot) -> None:
    """Tells every life anew from the rows: of a small store, or when what derives them has changed."""
    snapshot.write("lives/forget_all")
    snapshot.write("lives/tell", forces=None, keys=None)
    note_lives(snapshot)


def lives_told_otherwise(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The items (item_key) whose lives are not what the rows give; none in a sound store. Reads every row."""
    return snapshot.raw("lives/otherwise")


def note_lives(snapshot: Snapshot) -> None:
    """Notes of what the lives tell that are held: all that is live now."""
    snapshot.write("lives/forget_notes")
    snapshot.write("lives/note")
