"""Opening the store as the settings have it: alone, or following the log that they name."""

from collections.abc import Callable
from pathlib import Path

from pydantic import SecretStr

from jasc_data.domain.failures import SettingsWrong
from jasc_data.shared_log.entry import Log
from jasc_data.shared_log.joining import join, prove_alone
from jasc_data.store.connection import Store, open_store
from jasc_data.store.place import is_there

_NOT_INSTALLED = (
    "JASC_LOG is set, but psycopg, which speaks to PostgreSQL, is not installed. Install it: "
    "python -m pip install -r requirements-postgres.txt"
)


def open_kept(path: Path, address: SecretStr | None, *, create: bool, migrate: bool = True) -> Store:
    """The store at that path, with its log where there is one (address); it is then made from that if it is not there.

    create, migrate: see ``open_store``. Raises what that raises, SettingsWrong when the driver is not installed,
    LogRefused when log and store do not go together, and LogUnreachable when the store does not follow the log yet.
    """
    if address is None:
        return _proved(open_store(path, create=create, migrate=migrate), prove_alone)
    log = log_at(address)
    try:
        if not is_there(path):
            log.head()  # or an empty store would be made that nobody can use
        return _proved(open_store(path, create=True, migrate=migrate), lambda store: join(store, log))
    except BaseException:
        log.close()
        raise


def log_at(address: SecretStr) -> Log:
    """The log at the address. Raises SettingsWrong when the driver is not installed."""
    try:
        from jasc_data.shared_log.postgres import PostgresLog  # who has no log need not have it
    except ImportError:
        raise SettingsWrong(_NOT_INSTALLED) from None
    return PostgresLog(address.get_secret_value())


def _proved(store: Store, proof: Callable[[Store], None]) -> Store:
    try:
        proof(store)
    except BaseException:
        store.close()
        raise
    return store
