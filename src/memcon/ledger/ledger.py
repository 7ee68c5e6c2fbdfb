"""The ledger: many records merged into one history, in a database. Every method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from memcon.document import Document
from memcon.ledger import adding
from memcon.ledger.dump import dump, ledger_hash
from memcon.ledger.store import Store
from memcon.ledger.types import Added
from memcon.record import Record


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger:
    """An open ledger. Use it as a context manager, or call `close`.

    >>> with Ledger.open(":memory:") as ledger:
    ...     len(ledger.engagements())
    0
    """

    def __init__(self, store: Store, clock: Callable[[], str] = _now) -> None:
        self._store = store
        self._clock = clock

    @classmethod
    def open(cls, place: str | Path, *, clock: Callable[[], str] = _now) -> Self:
        """Open the ledger at a path or URL (`sqlite:///…`, `postgresql://…`), making it where there is none.

        `clock` gives the time that is written beside what is added, as ISO text in UTC. Raises LedgerError where the
        place can't be opened, or holds the ledger of a newer memcon or the tables of another program."""
        return cls(Store(place), clock)

    @property
    def place(self) -> str:
        """Where the ledger is, without a password."""
        return self._store.name

    def close(self) -> None:
        """Give the database back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document, record: Record, *, raw: bytes | None = None) -> Added:
        """Add a document with its record: wholly or not at all, and once however often it is added.

        `raw` are the bytes that the text was taken from, kept beside it. Raises LedgerError where the record is of
        another text, InputError for a text that a database can't hold."""
        prepared = adding.prepare(document, record)
        now = self._clock()
        return self._store.write(lambda connection: adding.add(connection, document, record, prepared, now, raw))

    def add_many(self, pairs: Iterable[tuple[Document, Record]]) -> Iterator[Added]:
        """Add documents one by one; what was added stays added if the rest fails."""
        for document, record in pairs:
            yield self.add(document, record)

    def hash(self) -> str:
        """One hash of all that the ledger holds; equal for the same documents and decisions, added in any order."""
        with self._store.reading() as connection:
            return ledger_hash(connection)

    def dump(self) -> list[str]:
        """The canonical dump, a line of JSON each."""
        with self._store.reading() as connection:
            return list(dump(connection))

    def _read(self, question: Callable[[Connection], Any]) -> Any:
        with self._store.reading() as connection:
            return question(connection)
