"""The store as commands open it; for one that writes, what is held is backed up before, and what it leaves after."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from jasc_data.domain.settings import Settings
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store
from jasc_data.store.place import is_there


def held_store(settings: Settings) -> closing[Store]:
    """The open store of a command that only looks. Raises what ``open_kept`` raises."""
    return closing(_opened(settings, create=False))


@contextmanager
def kept_store(settings: Settings, *, create: bool = False) -> Iterator[Store]:
    """The open store with its backups. Raises what ``open_kept`` raises."""
    with closing(_opened(settings, create=create)) as store:
        backups = store.keep_backups(settings.backup_dir)
        backups.wait()
        yield store


def is_held(settings: Settings) -> bool:
    """Whether there is a store, or a log to make it from."""
    return settings.log is not None or is_there(settings.store)


def _opened(settings: Settings, *, create: bool) -> Store:
    """The open store; why it may not be the newest is said where it is not in the way of answers."""
    store = open_kept(settings.store, settings.log, create=create, migrate=settings.migrate)
    if store.log.notice:
        print(store.log.notice, file=sys.stderr)
    return store
