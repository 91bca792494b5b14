"""A store and a log come together: bound on first use, held against each other at every start."""

from dataclasses import replace

from jasc_data.domain.failures import FileRefused, LogRefused, LogUnreachable, StoreReadOnly
from jasc_data.domain.version import VERSION
from jasc_data.shared_log.entry import Head, Log, entry_after
from jasc_data.shared_log.following import Follower
from jasc_data.shared_log.held import Held, bind, held_in, is_bound, last_held, note
from jasc_data.shared_log.packing import Content, packed
from jasc_data.shared_log.record import Record, marks_of
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
            record, held = Record.of(snapshot), held_in(snapshot)
            now, is_new = _as_it_is(snapshot, record), snapshot.data_version == 0
        try:
            head = log.head()
            held = _proved(store, held, now) if held else _bound(store, log, head, now if is_new else None)
            prove_together(head, held)
        except LogUnreachable:
            if held is None:
                raise
            store.log = Follower(log, held, record)
            store.log.notice = SHOWN_AS_HELD
            return
    store.log = Follower(log, held, record)
    store.log.catch_up(store)


def standing(store: Store) -> Held:
    """The last entry that a store which follows a log holds. Raises what ``Store.snapshot`` raises."""
    with store.snapshot() as snapshot:
        return last_held(snapshot)


def hand_over(store: Store, log: Log) -> Held:
    """Appends the store's whole content to an empty log, or to its own of an earlier schema of which it holds all.

    A store that followed a log which is lost can be handed over to a new one.

    Done again after it was cut off, it finishes. Raises FileRefused when there is nothing to be handed over,
    LogRefused, LogUnreachable.
    """
    with store.write_lock, log.locked() as locked, store.transaction(keep=True) as snapshot:
        head, held, record = locked.head(), held_in(snapshot), Record.of(snapshot)
        now = _as_it_is(snapshot, record)
        if held and held.log_id == head.log_id:
            prove_together(head, replace(held, schema_version=now.schema_version))
            if held.number < head.number or head.schema_version == now.schema_version:
                raise FileRefused("The store belongs to this log already; there is nothing to hand over.")
        if snapshot.data_version == 0:
            raise FileRefused("The store holds nothing; there is nothing to hand over.")
        content = packed(Content("", record.appended(snapshot, {})))
        entry = entry_after(head, now.schema_version, VERSION, content, whole=True)
        last = locked.after(head.number - 1, 1) if head.number else []
        if last and last[0].whole and last[0].content == content:
            entry = last[0]  # it was cut off before the store knew
        elif head.number and (held is None or held.log_id != head.log_id):
            raise LogRefused(NOT_OF_THE_LOG.format(remedy=NEW_PLACE))
        taken = replace(now, log_id=head.log_id, number=entry.number, sha256=entry.sha256)
        bind(snapshot, taken)
        if entry.number > head.number:
            locked.append(entry)
            locked.keep()
    return taken


def _as_it_is(snapshot: Snapshot, record: Record) -> Held:
    """What the store holds, of no log yet."""
    schema_version = int(snapshot.raw("store/state")[0]["schema_version"])
    return Held("", 0, "", schema_version, marks_of(record.marks(snapshot)))


def _proved(store: Store, held: Held, now: Held) -> Held:
    """What is held, once it is what was noted; noted anew where the store's schema was raised since."""
    if held.schema_version != now.schema_version:
        held = replace(held, schema_version=now.schema_version, marks=now.marks)
        with store.transaction(keep=True) as snapshot:
            note(snapshot, held)
    if held.marks != now.marks:
        raise LogRefused(DIFFERS)
    return held


def _bound(store: Store, log: Log, head: Head, now: Held | None) -> Held:
    """Binds a store to the log, before the entry that it begins with. now: None where it holds anything already."""
    if now is None:
        raise LogRefused(NOT_OF_THE_LOG.format(remedy=NEW_PLACE if head.number else HAND_OVER))
    first = max(log.whole() - 1, 0)
    begins = log.after(first, 1)
    held = replace(now, log_id=head.log_id, number=first, sha256=begins[0].previous if begins else "")
    with store.transaction(keep=True) as snapshot:
        bind(snapshot, held)
    return held
