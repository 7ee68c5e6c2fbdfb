"""The database: made, opened, refused, migrated."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError

from memcon.errors import LedgerError
from memcon.ledger import Ledger, store
from memcon.ledger.migrate import HEAD, version_of
from memcon.ledger.schema import metadata

THREADS = 40  # of a page's server


def test_the_migrations_make_the_schema_that_the_code_uses(ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        assert version_of(connection) == HEAD
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [each for each in differences if "passage_words" not in str(each)] == []


def test_opening_twice_changes_nothing(place: str) -> None:
    with Ledger.open(place) as ledger:
        before = ledger.hash()
    with Ledger.open(place) as ledger:
        assert ledger.hash() == before
        assert "trust" not in ledger.place


def test_a_sqlite_ledger_is_in_wal_mode_with_foreign_keys_and_opens_in_plain_tools(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with Ledger.open(f"sqlite:///{path}") as ledger, ledger._store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    with sqlite3.connect(path) as plain:
        assert plain.execute("SELECT count(*) FROM engagement").fetchone() == (0,)
    plain.close()


def test_a_ledger_in_memory_is_gone_when_closed() -> None:
    with Ledger.open(":memory:") as ledger:
        assert len(ledger.engagements()) == 0


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("mysql://host/db", "no ledger in mysql"),
        ("/nowhere/at/all.db", "can't open the ledger"),
        ("postgresql://postgres@127.0.0.1:1/none", "can't open the ledger"),
    ],
)
def test_a_place_that_can_not_be_opened_says_why(place: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        Ledger.open(place)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE document (name TEXT)")
    other.commit()
    other.close()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(path)


def test_a_newer_memcons_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    Ledger.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    with pytest.raises(LedgerError, match="made by a newer memcon"):
        Ledger.open(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear colleague, " * 100)
    with pytest.raises(LedgerError, match="can't open the ledger"):
        Ledger.open(path)


def test_a_lock_error_is_tried_again_and_told_when_it_stays(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(store.time, "sleep", lambda seconds: None)
    locked = OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))
    with Ledger.open(tmp_path / "busy.db") as ledger:
        tries: list[int] = []

        def busy(connection: Any) -> str:
            tries.append(1)
            if len(tries) < 3:
                raise locked
            return "done"

        assert ledger._store.write(busy) == "done"

        def always(connection: Any) -> None:
            raise locked

        with pytest.raises(LedgerError, match="could not be written: database is locked"):
            ledger._store.write(always)


def test_forty_threads_may_ask_at_once(place: str) -> None:
    """A page that somebody turned away from is made to its end; whoever asks next does not wait for its connection."""
    with Ledger.open(place) as ledger, ExitStack() as busy:
        for _ in range(THREADS):
            busy.enter_context(ledger._store.reading())
        assert ledger.engagements(limit=1).items == ()
