"""The database: opening it, reading from it, and writing to it one whole transaction at a time.

One writer at a time, readers never wait: SQLite in WAL mode with `BEGIN IMMEDIATE`, PostgreSQL with an advisory lock
that the transaction holds. A process killed at any moment leaves either all of a document or nothing of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError

from memcon.errors import LedgerError
from memcon.ledger.migrate import upgrade

T = TypeVar("T")
BUSY_SECONDS = 120  # a writer that waits longer than this has met a hung process, not a busy one
RETRIES = 8  # SQLite may refuse at once, without waiting, when a reader turns writer or WAL is being set up
# Connections beyond the five kept open. Each thread asks over one, and a page's server has forty threads: who opens slow pages
# and turns away leaves them at work, and the next visitor is not to wait for theirs.
MORE_CONNECTIONS = 40
ADVISORY_LOCK = 0x6D656D636F6E  # "memcon"


def url_of(place: str | Path) -> URL:
    """A path, `sqlite:///…` or `postgresql://…` as a SQLAlchemy URL. PostgreSQL goes through pg8000."""
    if "://" not in str(place):
        return URL.create("sqlite", database=str(place))
    url = make_url(str(place))
    if url.get_backend_name() == "sqlite":
        return url
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise LedgerError(f"no ledger in {url.get_backend_name()}: give a file, sqlite:/// or postgresql://")
    return url.set(drivername="postgresql+pg8000")


class Store:
    """An opened database at the newest schema.

    Raises LedgerError where it can't be opened, is no ledger, or was made by a newer memcon."""

    def __init__(self, place: str | Path) -> None:
        self.url = url_of(place)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _engine(self.url)
        try:
            _retrying(lambda: self._prepare())
        except (DBAPIError, OSError) as error:
            self.engine.dispose()
            raise LedgerError(f"can't open the ledger {self.name}: {_reason(error)}") from error

    @property
    def name(self) -> str:
        """The address without a password."""
        return self.url.database or "" if self.sqlite else self.url.render_as_string(hide_password=True)

    def _prepare(self) -> None:
        if self.sqlite:
            with self.engine.connect() as connection:
                _driver_pragma(connection, "PRAGMA journal_mode=WAL")
        with self._writing() as connection:
            upgrade(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger throughout."""
        with self.engine.connect() as connection:
            if not self.sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.engine.connect().execution_options(memcon_writes=True) as connection, connection.begin():
            if not self.sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
            yield connection

    def write(self, change: Callable[[Connection], T]) -> T:
        """Run `change` in one transaction, alone. It may run again after a lock error: touch the database only."""

        def once() -> T:
            with self._writing() as connection:
                return change(connection)

        try:
            return _retrying(once)
        except OperationalError as error:
            raise LedgerError(f"the ledger {self.name} could not be written: {_reason(error)}") from error

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, max_overflow=MORE_CONNECTIONS)
        except ModuleNotFoundError as error:
            raise LedgerError("PostgreSQL needs pg8000: install memcon[postgres]") from error
    in_memory = url.database in {None, "", ":memory:"}  # one connection a thread, each with a database of its own
    more: dict[str, Any] = {} if in_memory else {"max_overflow": MORE_CONNECTIONS}
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **more)
    event.listen(engine, "connect", _sqlite_connected)
    event.listen(engine, "begin", _sqlite_begins)
    return engine


def _sqlite_connected(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # memcon says BEGIN itself, or a read could turn into a write and fail
    # 32 MB of pages: two thousand would not hold what one pair's timeline touches in a ledger of a million engagements
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "temp_store=MEMORY", "cache_size=-32768"):
        raw.execute(f"PRAGMA {pragma}")


def _sqlite_begins(connection: Connection) -> None:
    writes = connection.get_execution_options().get("memcon_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _driver_pragma(connection: Connection, statement: str) -> None:
    raw = connection.connection.driver_connection
    if raw is not None:
        raw.execute(statement)


def _retrying(work: Callable[[], T]) -> T:
    for attempt in range(RETRIES):
        try:
            return work()
        except OperationalError as error:
            if "locked" not in str(error.orig) or attempt == RETRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable: the last attempt returns or raises")


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
