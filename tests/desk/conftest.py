"""Ledgers for the desk: an empty one, and the bundled history read once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.desk.history import add_history
from memcon.ledger import Ledger
from memcon.reading.reader import Reader

CLOCK = "2024-06-01T08:00:00+00:00"


@pytest.fixture(scope="session")
def empty_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once: tests copy it."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Ledger.open(path).close()
    return path


@pytest.fixture
def ledger(tmp_path: Path, empty_place: Path) -> Iterator[Ledger]:
    """An open, empty ledger whose clock stands still."""
    shutil.copy(empty_place, tmp_path / "desk.db")
    with Ledger.open(tmp_path / "desk.db", clock=lambda: CLOCK) as opened:
        yield opened


@pytest.fixture(scope="session")
def history_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the bundled reports, as a file."""
    place = tmp_path_factory.mktemp("history") / "history.db"
    with Ledger.open(place, clock=lambda: CLOCK) as opened:
        add_history(opened, Reader().read)
    return place


@pytest.fixture
def history(history_place: Path) -> Iterator[Ledger]:
    """The ledger of the bundled reports. Don't write to it."""
    with Ledger.open(history_place, clock=lambda: CLOCK) as opened:
        yield opened
