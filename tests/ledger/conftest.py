"""Every test of the ledger runs on SQLite and on a real PostgreSQL server.

A missing server is the only reason to skip; CI fails on any skipped test.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from memcon.ledger import Ledger

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


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """An empty ledger on the server, made once: tests make theirs from it."""
    name = f"memcon_empty_{uuid.uuid4().hex[:12]}"
    on_server(f"CREATE DATABASE {name}")
    Ledger.open(url_of_database(name)).close()
    yield name
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


Maker = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Maker]:
    """Makes empty ledgers, as many as asked for; gives their address."""
    made: list[str] = []
    template = request.getfixturevalue("sqlite_template" if request.param == "sqlite" else "postgres_template")

    def make() -> str:
        name = f"memcon_test_{uuid.uuid4().hex[:12]}"
        if request.param == "sqlite":
            shutil.copy(template, tmp_path / f"{name}.db")
            return str(tmp_path / f"{name}.db")
        on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
        made.append(name)
        return url_of_database(name)

    yield make
    on_server(*(f"DROP DATABASE {name} WITH (FORCE)" for name in made)) if made else None


@pytest.fixture
def place(new_place: Maker) -> str:
    """The address of an empty ledger."""
    return new_place()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An open, empty ledger whose clock stands still."""
    with Ledger.open(place, clock=lambda: CLOCK) as opened:
        yield opened
