"""The log in PostgreSQL, by psycopg. What the driver says is never handed on: it can hold parts of the address."""

import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from threading import Lock
from typing import Any, LiteralString

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row

from jasc_data.domain.failures import LogRefused, LogUnreachable, SettingsWrong
from jasc_data.shared_log.entry import Entry, Head
from jasc_data.shared_log.refusals import NOTHING_COMMITTED
from jasc_data.store.query_files import query

Connection = psycopg.Connection[dict[str, Any]]

_WAITS = {"answer": "5min", "lock": "1min", "silent": "5min"}
_REACHED: dict[str, str | int] = {
    "application_name": "JASC inspection dashboard",
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "tcp_user_timeout": 10_000,
}
_SILENCE = 3.0  # seconds in which who looks does not try again; who commits always does
_BUSY = "Another server has been committing for more than a minute. Nothing was changed. Try again in a moment."
_MAY_NOT = (
    "PostgreSQL does not let this server read or write the shared log. Nothing was changed. The account in JASC_LOG "
    "needs to create tables once, and to read and append to jasc_log and jasc_log_entry; see docs/scale.md."
)
_NO_ADDRESS = (
    "JASC_LOG is not an address that PostgreSQL's driver can read, as in postgresql://name:password@host:5432/base. "
    "Characters such as @, / and # in a password are written as %40, %2F and %23."
)
_NOBODY_KNOWS = (
    "The connection to the shared log broke while it was keeping what was just sent. Before you send it again, look on "
    "the page Uploads (or where you wrote) whether it is there: it was either kept whole or not at all."
)


class PostgresLog:
    """The log at an address. Connections are made when they are first needed, kept, and made anew when they break."""

    def __init__(self, address: str):
        """Connects to nothing yet. Raises SettingsWrong for what is no address."""
        try:
            address = make_conninfo(address, **_REACHED)
        except psycopg.Error:
            raise SettingsWrong(_NO_ADDRESS) from None
        self._asking, self._writing = _Kept(address, autocommit=True), _Kept(address, autocommit=False)
        self._silent_until = 0.0

    def head(self) -> Head:
        """The last entry; an empty log is made where there is none. Raises LogUnreachable, LogRefused."""
        with self._asked() as session:
            return session.head()

    def whole(self) -> int:
        """See ``Log``."""
        with self._asked() as session:
            return int(session.rows("shared_log/log_whole")[0]["number"])

    def after(self, number: int, at_most: int) -> list[Entry]:
        """See ``Source``."""
        with self._asked() as session:
            return session.after(number, at_most)

    @contextmanager
    def locked(self) -> Iterator["_Session"]:
        """See ``Log``. Raises LogRefused when another server holds the lock for a minute."""
        with self._writing.session() as session:
            session.make()
            session.rows("shared_log/log_lock")
            yield session

    def close(self) -> None:
        """Ends both connections."""
        self._asking.close()
        self._writing.close()

    @contextmanager
    def _asked(self) -> Iterator["_Session"]:
        if time.monotonic() < self._silent_until:
            raise LogUnreachable(NOTHING_COMMITTED)
        try:
            with self._asking.session() as session:
                yield session
        except LogUnreachable:
            self._silent_until = time.monotonic() + _SILENCE
            raise


class _Session:
    """One use of a connection, by one thread."""

    def __init__(self, connection: Connection):
        self._connection = connection

    def rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        with _worded(), self._connection.cursor(binary=True) as cursor:
            cursor.execute(_statement(name), parameters or None)
            return cursor.fetchall() if cursor.description else []

    def make(self) -> None:
        """Makes an empty log where there is none."""
        if not self.rows("shared_log/log_is_made")[0]["made"]:
            with _worded():
                self._connection.execute(_statement("shared_log/log_make"))
                if not self._connection.autocommit:
                    self._connection.commit()

    def head(self) -> Head:
        try:
            return Head(**self.rows("shared_log/log_head")[0])
        except _NotMade:
            self.make()
            return Head(**self.rows("shared_log/log_head")[0])

    def after(self, number: int, at_most: int) -> list[Entry]:
        return [Entry(**row) for row in self.rows("shared_log/log_after", number=number, at_most=at_most)]

    def append(self, entry: Entry) -> None:
        self.rows("shared_log/log_insert", **vars(entry))

    def keep(self) -> None:
        try:
            self._connection.commit()
        except psycopg.Error as failure:
            _log(failure)
            raise LogRefused(_NOBODY_KNOWS) from None


class _Kept:
    """A connection that is kept, for one thread after the other."""

    def __init__(self, address: str, *, autocommit: bool):
        self._address, self._autocommit = address, autocommit
        self._lock = Lock()
        self._connection: Connection | None = None

    @contextmanager
    def session(self) -> Iterator[_Session]:
        with self._lock:
            yield from self._used()

    def _used(self) -> Iterator[_Session]:
        connection = self._sound()
        try:
            yield _Session(connection)
        except BaseException:
            self._end(rolled_back_alone=True)
            raise
        if not self._autocommit:
            self._end(rolled_back_alone=True)

    def _sound(self) -> Connection:
        """The connection, after a trial: one that was cut meanwhile is made anew."""
        if self._connection is not None:
            try:
                self._connection.execute("")
            except psycopg.Error:
                self._end()
        if self._connection is None:
            self._connection = _connected(self._address, autocommit=self._autocommit)
        return self._connection

    def _end(self, *, rolled_back_alone: bool = False) -> None:
        """Rolls back; a connection that cannot even do that is ended."""
        connection = self._connection
        if connection is None:
            return
        if rolled_back_alone and not connection.broken:
            with suppress(psycopg.Error):
                connection.rollback()
                return
        with suppress(psycopg.Error):
            connection.close()
        self._connection = None

    def close(self) -> None:
        with self._lock:
            self._end()


class _NotMade(LogRefused):
    """There is no log at the address yet."""


def _connected(address: str, *, autocommit: bool) -> Connection:
    with _worded():
        connection = psycopg.connect(address, autocommit=True, row_factory=dict_row)
        connection.execute(_statement("shared_log/log_session"), _WAITS)
        connection.set_autocommit(autocommit)
        return connection


@contextmanager
def _worded() -> Iterator[None]:
    """What the driver raises, in a sentence of ours."""
    try:
        yield
    except psycopg.errors.LockNotAvailable:
        raise LogRefused(_BUSY) from None
    except psycopg.errors.UndefinedTable:
        raise _NotMade(_MAY_NOT) from None
    except psycopg.errors.InsufficientPrivilege as failure:
        _log(failure)
        raise LogRefused(_MAY_NOT) from None
    except psycopg.Error as failure:
        _log(failure)
        raise LogUnreachable(NOTHING_COMMITTED) from None


def _log(failure: psycopg.Error) -> None:
    """The kind alone: its text can hold what an address holds."""
    state = failure.sqlstate or "no answer"
    logging.getLogger("jasc").warning("The shared log: %s, %s", type(failure).__name__, state)


@cache
def _statement(name: str) -> LiteralString:
    """The query with its parameters as psycopg writes them."""
    text = re.sub(r"--.*", "", query(name)).replace("%", "%%")
    return re.sub(r"\$(\w+)", r"%(\1)s", text)
