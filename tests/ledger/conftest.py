"""Every test of the ledger runs on SQLite and on a real PostgreSQL server.

A missing server is the only reason to skip; CI fails on any skipped test.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from memcon.ledger import Ledger
from memcon.ledger.schema import metadata

SERVER = os.environ.get("MEMCON_TEST_POSTGRES", "postgresql+pg8000://postgres@127.0.0.1:5432/postgres")
CLOCK = "2024-06-01T08:00:00+00:00"


def on_server(*statements: str) -> None:
    """Run statements on the server, outside any transaction. Skips where no server listens."""
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
    except DBAPIError as error:
        pytest.skip(f"no PostgreSQL server: {error.orig}")
    finally:
        engine.dispose()


def url_of_database(name: str) -> str:
    """The address of a database on the server."""
    return SERVER.rsplit("/", 1)[0].replace("+pg8000", "") + "/" + name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once: tests copy it."""
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    Ledger.open(path).close()
    return path


class Databases:
    """Databases on the server that tests use one after another, emptied in between: making one takes a second."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self.free: list[str] = []

    def take(self) -> str:
        if not self.free:
            name = f"memcon_test_{uuid.uuid4().hex[:12]}"
            on_server(f"CREATE DATABASE {name}")
            Ledger.open(url_of_database(name)).close()
            self.all.append(name)
            return name
        return self.free.pop()

    def give_back(self, name: str) -> None:
        engine = create_engine(url_of_database(name).replace("postgresql:", "postgresql+pg8000:"))
        with engine.begin() as connection:
            connection.execute(text("TRUNCATE " + ", ".join(f'"{table}"' for table in metadata.tables)))
        engine.dispose()
        self.free.append(name)


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """The databases of this run, dropped at its end."""
    made = Databases()
    yield made
    if made.all:
        on_server(*(f"DROP DATABASE {name} WITH (FORCE)" for name in made.all))


Places = Callable[[], AbstractContextManager[str]]


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """`with new_place() as place:` is the address of an empty ledger, given back at the end."""

    @contextmanager
    def make() -> Iterator[str]:
        if request.param == "sqlite":
            path = tmp_path / f"{uuid.uuid4().hex}.db"
            shutil.copy(request.getfixturevalue("sqlite_template"), path)
            yield str(path)
            return
        databases: Databases = request.getfixturevalue("databases")
        name = databases.take()
        yield url_of_database(name)
        databases.give_back(name)

    return make


@pytest.fixture
def place(new_place: Places) -> Iterator[str]:
    """The address of an empty ledger."""
    with new_place() as made:
        yield made


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An open, empty ledger whose clock stands still."""
    with Ledger.open(place, clock=lambda: CLOCK) as opened:
        yield opened
