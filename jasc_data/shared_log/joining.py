"""A store and a log come together: bound on first use, held against each other at every start."""

from dataclasses import replace

from jasc_data.domain.failures import FileRefused, LogRefused, LogUnreachable, StoreReadOnly
from jasc_data.domain.version import VERSION
from jasc_data.shared_log.entry import Head, Log, entry_after
from jasc_data.shared_log.following import Follower
from jasc_data.shared_log.held import Held, bind, held_in, is_bound, note
from jasc_data.shared_log.packing import Content, packed
from jasc_data.shared_log.record import appended, marks, marks_of
from jasc_data.shared_log.refusals import (
    DIFFERS,
    HAND_OVER,
    NEW_PLACE,
    NOT_OF_THE_LOG,
    SHOWN_AS_HELD,
    WITHOUT_LOG,
    prove_together,
)
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot


def prove_alone(store: Store) -> None:
    """Raises LogRefused for a store that is a read model of a log, when it is opened without one."""
    with store.snapshot() as snapshot:
        if is_bound(snapshot):
            raise LogRefused(WITHOUT_LOG)


def join(store: Store, log: Log) -> None:
    """Has the open store follow the log, and takes in what it lacks. An empty store is bound to the log.

    Raises LogRefused when the two do not go together, LogUnreachable when the store was never bound and cannot be now,
    StoreReadOnly when nothing can be taken in.
    """
    if store.read_only:
        raise StoreReadOnly("The store's file is read-only, so nothing can be taken in from the shared log.")
    with store.write_lock:
        with store.transaction(keep=False) as snapshot:
            schema_version, held = _schema(snapshot), held_in(snapshot)
            now, is_new = marks_of(marks(snapshot)), snapshot.data_version == 0
        try:
            head = log.head()
            held = _proved(store, held, now, schema_version) if held else _bound(store, log, head, is_new=is_new)
            prove_together(head, held, schema_version)
        except LogUnreachable:
            if held is None:
                raise
            store.log = Follower(log, held, schema_version)
            store.log.notice = SHOWN_AS_HELD
            return
    store.log = Follower(log, held, schema_version)
    store.log.catch_up(store)


def standing(store: Store) -> Held:
    """The last entry that a store which follows a log holds. Raises what ``Store.snapshot`` raises."""
    with store.snapshot() as snapshot:
        held = held_in(snapshot)
    assert held
    return held


def hand_over(store: Store, log: Log) -> Held:
    """Appends the store's whole content to an empty log, or to one of an earlier schema of which the store holds all.

    Done again after it was cut off, it finishes. Raises FileRefused when there is nothing to be handed over,
    LogRefused, LogUnreachable.
    """
    with store.write_lock, log.locked() as locked, store.transaction(keep=True) as snapshot:
        head, held, schema_version = locked.head(), held_in(snapshot), _schema(snapshot)
        if held:
            prove_together(head, held, schema_version)
            if held.number < head.number or head.schema_version == schema_version:
                raise FileRefused("The store belongs to this log already; there is nothing to hand over.")
        elif snapshot.data_version == 0:
            raise FileRefused("The store holds nothing; there is nothing to hand over.")
        content = packed(Content("", appended(snapshot, {})))
        entry = entry_after(head, schema_version, VERSION, content, whole=True)
        last = locked.after(head.number - 1, 1) if head.number else []
        if last and last[0].whole and last[0].content == content:
            entry = last[0]  # it was cut off before the store knew
        elif head.number and not held:
            raise LogRefused(NOT_OF_THE_LOG.format(remedy=NEW_PLACE))
        taken = Held(head.log_id, entry.number, entry.sha256, schema_version, marks_of(marks(snapshot)))
        bind(snapshot, taken)
        if entry.number > head.number:
            locked.append(entry)
            locked.keep()
    return taken


def _schema(snapshot: Snapshot) -> int:
    return int(snapshot.raw("store/state")[0]["schema_version"])


def _proved(store: Store, held: Held, now: str, schema_version: int) -> Held:
    """What is held, once it is what was noted; noted anew where the store's schema was raised since."""
    if held.schema_version != schema_version:
        held = replace(held, schema_version=schema_version, marks=now)
        with store.transaction(keep=True) as snapshot:
            note(snapshot, held)
    if held.marks != now:
        raise LogRefused(DIFFERS)
    return held


def _bound(store: Store, log: Log, head: Head, *, is_new: bool) -> Held:
    """Binds a store that holds nothing to the log, before the entry that it begins with."""
    if not is_new:
        raise LogRefused(NOT_OF_THE_LOG.format(remedy=NEW_PLACE if head.number else HAND_OVER))
    first = max(log.whole() - 1, 0)
    begins = log.after(first, 1)
    with store.transaction(keep=True) as snapshot:
        number, sha256 = first, begins[0].previous if begins else ""
        held = Held(head.log_id, number, sha256, _schema(snapshot), marks_of(marks(snapshot)))
        bind(snapshot, held)
    return held
