"""The only way to write on somebody's behalf: a transaction that begins with asking whether they may.

What somebody has the system do, and writes nothing, is asked for in the same way.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from jasc_data.audit.log import Event, log_of
from jasc_data.audit.own_items import are_own
from jasc_data.domain.access import Action, NotAllowed, can, require
from jasc_data.domain.actor import Actor
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot

About = Callable[[Snapshot], Collection[int | None]]


def no_item(_snapshot: Snapshot) -> Collection[int | None]:
    """Of what is about no item: nobody has it as their own."""
    return ()


@contextmanager
def acting(store: Store, actor: Actor, action: Action, about: About = no_item) -> Iterator[Snapshot]:
    """One transaction that is kept when the block ends well, for an actor who may do this.

    about: the issued ids of the items that it is about, None among them for anything that is no item; asked inside the
    transaction, of those who may do this with their own items only. Raises NotAllowed, which the audit log keeps.
    """
    try:
        with store.writing(keep=True) as snapshot:
            own = not can(actor, action) and are_own(snapshot, about(snapshot), actor.names)
            require(actor, action, own=own)
            yield snapshot
    except NotAllowed:
        log_of(store.path).add(Event.REFUSED, actor, str(action))
        raise


def prove_may(store: Store, actor: Actor, action: Action) -> None:
    """For what writes no word and no figure. Raises NotAllowed, which the audit log keeps, for who may not do it."""
    try:
        require(actor, action)
    except NotAllowed:
        log_of(store.path).add(Event.REFUSED, actor, str(action))
        raise
