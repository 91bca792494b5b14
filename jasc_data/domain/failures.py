"""What the user can act on, each failure worded for the person who meets it.

Faults inside a file are not failures but ``intake.problems.Problem`` values, all collected and shown at once.
"""


class UserFailure(Exception):
    """Something the user can act on. Its text is one plain sentence or two, free of server paths."""


class FileRefused(UserFailure):
    """The file or the request was refused and nothing changed."""


class UploadUnknown(FileRefused):
    """No upload has the number that was asked for, or it is not in the state that the action needs."""


class StoreUnusable(UserFailure):
    """The store cannot be used; nothing in it was changed."""


class StoreLocked(StoreUnusable):
    """Another process holds the store."""


class StoreMissing(StoreUnusable):
    """There is no store at the place given."""


class StoreGone(StoreMissing):
    """There was a store at the place given, and it is no longer there."""


class StoreBehind(StoreUnusable):
    """The store holds less than was once committed to it."""


class StoreReplaced(StoreUnusable):
    """The file at the store's place is not, or no longer as, the one that is open."""


class BackupFailed(StoreUnusable):
    """No backup could be made."""


class StoreReadOnly(StoreUnusable):
    """The store can be read but not written."""


class StoreDamaged(StoreUnusable):
    """The file is not a DuckDB file, not a JASC store, or fails to open."""


class StoreNewer(StoreUnusable):
    """The store was written by a newer release of the dashboard."""


class StoreOlder(StoreUnusable):
    """The store was written by an earlier release, and the setting says to leave it so."""


class LogUnreachable(StoreUnusable):
    """The log that servers share cannot be asked."""


class LogRefused(StoreUnusable):
    """The log that servers share and this server's store do not go together."""


class SettingsWrong(UserFailure):
    """A setting or a reference file cannot be used."""
