"""The store as commands open it; for one that writes, what is held is backed up before, and what it leaves after."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from jasc_data.domain.settings import Settings
from jasc_data.store.connection import Store, open_store


def held_store(settings: Settings) -> closing[Store]:
    """The open store of a command that only looks. Raises what ``open_store`` raises."""
    return closing(open_store(settings.store, create=False, migrate=settings.migrate))


@contextmanager
def kept_store(settings: Settings, *, create: bool = False) -> Iterator[Store]:
    """The open store with its backups. Raises what ``open_store`` raises."""
    with closing(open_store(settings.store, create=create, migrate=settings.migrate)) as store:
        backups = store.keep_backups(settings.backup_dir)
        backups.wait()
        yield store
